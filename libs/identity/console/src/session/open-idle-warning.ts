import type { Injector } from '@angular/core';
import type { IdleWarning } from '@wir/shared/console';
import { IdleDialog } from './idle-dialog';
import { openOverPage } from './open-over-page';

/** Factory for the token IDLE_WARNING. */
export function openIdleWarning(injector: Injector): IdleWarning {
  return async () => {
    await openOverPage(injector, IdleDialog, { disableClose: true, role: 'alertdialog', ariaDescribedBy: 'idle-text' });
  };
}
