import { DestroyRef, Injectable, inject } from '@angular/core';

export type SessionMessage =
  /** The server has answered in a tab: the session goes on in all of them. */
  | { readonly kind: 'contact'; readonly at: number }
  /** Somebody is signed in in a tab; all tabs share the cookies. */
  | { readonly kind: 'signed-in'; readonly account: string; readonly family: string }
  | { readonly kind: 'signed-out' };

/** Lets the tabs of one browser agree on their one session. Messages of the own tab do not come back. */
@Injectable({ providedIn: 'root' })
export class SessionChannel {
  private readonly channel = openChannel();
  private readonly listeners: ((message: SessionMessage) => void)[] = [];

  constructor() {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) for (const listener of this.listeners) listener(data);
    });
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  post(message: SessionMessage): void {
    this.channel?.postMessage(message);
  }

  listen(listener: (message: SessionMessage) => void): void {
    this.listeners.push(listener);
  }
}

function openChannel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wir.session');
}

/** Another version of the portal may be open in the other tab. */
function isMessage(value: unknown): value is SessionMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'contact') return 'at' in value && typeof value.at === 'number';
  if (value.kind === 'signed-in') return 'account' in value && typeof value.account === 'string' && 'family' in value;
  return value.kind === 'signed-out';
}
