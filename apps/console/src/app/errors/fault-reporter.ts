import { Injectable } from '@angular/core';

/** The browser's console is the only place an unexpected fault is written to; nothing leaves the device. */
@Injectable({ providedIn: 'root' })
export class FaultReporter {
  report(error: unknown): void {
    // eslint-disable-next-line no-console -- this is the one place; reportError would come back to the handler for ever.
    console.error(error);
  }
}
