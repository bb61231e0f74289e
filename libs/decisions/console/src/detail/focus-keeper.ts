import { DOCUMENT, Injectable, Injector, afterNextRender, inject } from '@angular/core';

/** The button of a deed often goes away with the old state; the focus then goes to what has come instead, never to nowhere. */
@Injectable()
export class FocusKeeper {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  /** `id` of what the deed has brought; without it, or if it is not there, the heading of the page. */
  settle(id?: string): void {
    afterNextRender(() => this.settleNow(id), { injector: this.injector });
  }

  private settleNow(id: string | undefined): void {
    const active = this.document.activeElement;
    if (active && active !== this.document.body) return;
    const brought = id ? this.document.getElementById(id) : null;
    (brought ?? this.document.querySelector<HTMLElement>('main h1'))?.focus();
  }
}
