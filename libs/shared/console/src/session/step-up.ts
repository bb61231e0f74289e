import { InjectionToken } from '@angular/core';

/** Asks for the second factor over the page; true when the server has taken it. */
export type StepUp = () => Promise<boolean>;
export const STEP_UP = new InjectionToken<StepUp>('STEP_UP');
