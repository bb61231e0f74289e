import { Injectable } from '@angular/core';

interface Remembered {
  readonly key: string;
  readonly content: string;
}

/**
 * One Idempotency-Key per form and content, kept over a reload: pressing twice, a lost answer or a new sign-in
 * repeats the same deed instead of doing it again. Changed content is a new deed and gets a new key.
 */
@Injectable({ providedIn: 'root' })
export class IdempotencyKeys {
  private readonly memory = new Map<string, Remembered>();

  keyFor(form: string, body: unknown): string {
    const content = JSON.stringify(body ?? null);
    const known = this.read(form);
    if (known?.content === content) return known.key;
    const fresh: Remembered = { key: crypto.randomUUID(), content };
    this.write(form, fresh);
    return fresh.key;
  }

  /** The server has answered for good; the next deed of this form is a new one. */
  settle(form: string): void {
    this.memory.delete(form);
    try {
      sessionStorage.removeItem(storageKey(form));
    } catch {
      return; // Storage may be switched off; the copy in memory is gone already.
    }
  }

  private read(form: string): Remembered | undefined {
    const held = this.memory.get(form);
    if (held) return held;
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey(form)) ?? 'null');
      return isRemembered(stored) ? stored : undefined;
    } catch {
      return undefined;
    }
  }

  private write(form: string, entry: Remembered): void {
    this.memory.set(form, entry);
    try {
      sessionStorage.setItem(storageKey(form), JSON.stringify(entry));
    } catch {
      return; // Full or forbidden storage: the copy in memory still guards against the double click.
    }
  }
}

function storageKey(form: string): string {
  return `wir.idempotency.${form}`;
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === 'object' && value !== null && 'key' in value && 'content' in value;
}
