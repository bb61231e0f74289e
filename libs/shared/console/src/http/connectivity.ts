import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** Whether the server can be reached; feeds the offline bar. */
@Injectable({ providedIn: 'root' })
export class Connectivity {
  private readonly state = signal(true);
  readonly online = this.state.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    view?.addEventListener('online', () => this.state.set(true));
    view?.addEventListener('offline', () => this.state.set(false));
  }

  reached(): void {
    this.state.set(true);
  }

  lost(): void {
    this.state.set(false);
  }
}
