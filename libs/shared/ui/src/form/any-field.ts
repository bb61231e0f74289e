import type { ReadonlyFieldState } from '@angular/forms/signals';

/** Any field of a Signal Form, whatever its value; what the kit needs to know of it. */
export type AnyField = () => Pick<
  ReadonlyFieldState<unknown>,
  'errors' | 'errorSummary' | 'touched' | 'required' | 'disabledReasons' | 'formFieldBindings' | 'focusBoundControl'
>;
