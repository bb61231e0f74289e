import { HttpContextToken } from '@angular/common/http';

/** Set on requests of the sign-in itself, which must not trigger a refresh. */
export const SKIP_SESSION = new HttpContextToken<boolean>(() => false);

/** Set on the one repetition after a refresh, so that a request is repeated once and not for ever. */
export const REPEATED = new HttpContextToken<boolean>(() => false);

/** Set on the one repetition after the second factor was shown again. */
export const CONFIRMED = new HttpContextToken<boolean>(() => false);
