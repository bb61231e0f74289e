import { Signal, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm } from '../dialog/confirm';

/** A page that can say whether something typed is not on the server yet. */
export interface HasUnsaved {
  readonly unsaved: Signal<boolean>;
  /** Tries to save now; true when nothing is open any more. */
  saveNow?(): Promise<boolean>;
}

/** Saves before leaving; asks only when that fails. In the routes: `canDeactivate: [unsavedGuard]`. */
export const unsavedGuard: CanDeactivateFn<HasUnsaved> = async (page) => {
  const confirm = inject(Confirm);
  if (!page.unsaved() || (await page.saveNow?.())) return true;
  const answer = await confirm.ask({
    title: 'ui.unsaved.title',
    text: 'ui.unsaved.text',
    confirm: 'ui.unsaved.leave',
    cancel: 'ui.unsaved.stay',
    tone: 'danger',
  });
  return answer !== null;
};
