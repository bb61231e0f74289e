import { Injectable, signal } from '@angular/core';

/**
 * When the server last answered somebody signed in, and by how much its clock differs from this device's: sessions end
 * by the server's clock, and a device may be wrong by minutes.
 */
@Injectable({ providedIn: 'root' })
export class ServerContact {
  private readonly moment = signal(0);
  private aheadMs = 0;

  /** By this device's clock, in milliseconds. */
  readonly last = this.moment.asReadonly();

  /** `date` is the head of that name. */
  answered(status: number, date: string | null): void {
    const now = Date.now();
    const serverNow = Date.parse(date ?? '');
    if (!Number.isNaN(serverNow)) this.aheadMs = serverNow - now;
    // A refusal is an answer to somebody signed in too; a missing session, a full or a broken server is none.
    if (status !== 401 && status !== 429 && status < 500) this.moment.set(now);
  }

  /** Another tab of the same session was answered. */
  answeredElsewhere(moment: number): void {
    this.moment.update((known) => Math.max(known, moment));
  }

  /** A moment of the server by this device's clock. */
  toLocal(moment: string): number {
    return Date.parse(moment) - this.aheadMs;
  }
}
