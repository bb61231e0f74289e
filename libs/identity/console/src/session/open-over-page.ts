import type { Injector, Type } from '@angular/core';
import { MatDialog, type MatDialogConfig } from '@angular/material/dialog';
import { Texts } from '@wir/shared/console';
import { firstValueFrom } from 'rxjs';
import { IDENTITY_TEXTS } from '../i18n/identity-texts';

/** A dialog that may come up over any page: it brings its texts along. The answer is undefined when it was left. */
export async function openOverPage<T, Result>(
  injector: Injector,
  component: Type<T>,
  config: MatDialogConfig = {},
): Promise<Result | undefined> {
  await injector.get(Texts).register('identity', IDENTITY_TEXTS);
  const reference = injector.get(MatDialog).open<T, unknown, Result>(component, {
    autoFocus: 'first-heading',
    restoreFocus: true,
    width: '28rem',
    maxWidth: '96vw',
    ...config,
  });
  return firstValueFrom(reference.afterClosed());
}
