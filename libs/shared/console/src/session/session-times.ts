import { InjectionToken } from '@angular/core';

const MINUTE_MS = 60_000;

/** When the console speaks up about the end of a session; how long it lives is the server's decision alone. */
export interface SessionTimes {
  /** Before the end for want of use; the server ends a session after 30 minutes, so the warning comes after 25. */
  readonly idleWarningMs: number;
  /** Before the end that no use puts off. */
  readonly lastWarningMs: number;
  /** Somebody who types without saving is told to the server this often at most. */
  readonly keepAliveMs: number;
}

export const SESSION_TIMES = new InjectionToken<SessionTimes>('SESSION_TIMES', {
  providedIn: 'root',
  factory: () => ({
    idleWarningMs: 5 * MINUTE_MS,
    lastWarningMs: 10 * MINUTE_MS,
    keepAliveMs: 5 * MINUTE_MS,
  }),
});
