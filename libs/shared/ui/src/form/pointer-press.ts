import { DOCUMENT, DestroyRef, Injectable, inject, linkedSignal, signal, type Signal } from '@angular/core';

/**
 * Pressing a button takes the focus from a field; its error would appear, move the button away from the pointer, and the
 * click would be lost. So what depends on the focus waits until the pointer is up again.
 */
@Injectable({ providedIn: 'root' })
export class PointerPress {
  private readonly pressed = signal(false);

  constructor() {
    const page = inject(DOCUMENT);
    const down = (): void => this.pressed.set(true);
    // The click follows the release in the same task; a promise would still come before it.
    const up = (): void => void setTimeout(() => this.pressed.set(false));
    page.addEventListener('pointerdown', down, { capture: true });
    for (const event of ['pointerup', 'pointercancel']) page.addEventListener(event, up, { capture: true });
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('pointerdown', down, { capture: true });
      for (const event of ['pointerup', 'pointercancel']) page.removeEventListener(event, up, { capture: true });
    });
  }

  /** The same value, but changes while the pointer is down show only after it is up. */
  settled<T>(value: Signal<T>): Signal<T> {
    return linkedSignal<{ readonly now: T; readonly pressed: boolean }, T>({
      source: () => ({ now: value(), pressed: this.pressed() }),
      computation: ({ now, pressed }, previous) => (pressed && previous ? previous.value : now),
    });
  }
}
