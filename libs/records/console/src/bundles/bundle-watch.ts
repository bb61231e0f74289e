import { DOCUMENT, DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { IdleWatch } from '@wir/shared/console';

const EVERY_MS = 2000;

/**
 * Asks again while a bundle is being made, as long as the page is looked at and somebody sits in front of it: a page left
 * open must not keep a session alive. Provided by the page that shows the progress.
 */
@Injectable()
export class BundleWatch {
  private readonly document = inject(DOCUMENT);
  private readonly idle = inject(IdleWatch);
  private readonly running = signal(false);
  private ask: () => void = () => undefined;

  constructor() {
    const destroy = inject(DestroyRef);
    effect((cleanUp) => {
      if (!this.running()) return;
      const timer = setInterval(() => this.tick(), EVERY_MS);
      cleanUp(() => clearInterval(timer));
    });
    const look = (): void => this.tick();
    this.document.addEventListener('visibilitychange', look);
    destroy.onDestroy(() => this.document.removeEventListener('visibilitychange', look));
  }

  /** `isRunning` is read as a signal. */
  watch(isRunning: () => boolean, ask: () => void): void {
    this.ask = ask;
    effect(() => this.running.set(isRunning()));
  }

  private tick(): void {
    if (untracked(this.running) && this.document.visibilityState === 'visible' && this.idle.isPresent()) this.ask();
  }
}
