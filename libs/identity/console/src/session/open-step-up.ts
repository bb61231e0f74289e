import type { Injector } from '@angular/core';
import type { StepUp } from '@wir/shared/console';
import { openOverPage } from './open-over-page';
import { StepUpDialog } from './step-up-dialog';

/** Factory for the token STEP_UP. */
export function openStepUp(injector: Injector): StepUp {
  return async () => (await openOverPage<StepUpDialog, boolean>(injector, StepUpDialog)) ?? false;
}
