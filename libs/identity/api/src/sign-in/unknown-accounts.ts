import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const FREE_TRIES = 5;
const MAX_SECONDS = 15 * 60;
const MAX_REMEMBERED = 10_000;

interface Tries {
  readonly count: number;
  readonly lockedUntil: Date | null;
}

/**
 * Treats addresses without an account as the database treats those with one, so that "too many tries" does not tell
 * which addresses exist. Kept per process and as hashes; nothing of worth is lost when it is forgotten.
 */
@Injectable()
export class UnknownAccounts {
  private readonly tries = new Map<string, Tries>();

  lockedUntil(email: string): Date | null {
    return this.tries.get(keyOf(email))?.lockedUntil ?? null;
  }

  noteFailure(email: string): void {
    const key = keyOf(email);
    const count = (this.tries.get(key)?.count ?? 0) + 1;
    const seconds = count > FREE_TRIES ? Math.min(MAX_SECONDS, 2 ** (count - FREE_TRIES - 1)) : 0;
    // Put at the end again: the oldest entry is the one that has not been tried for longest.
    this.tries.delete(key);
    this.tries.set(key, { count, lockedUntil: seconds > 0 ? new Date(Date.now() + seconds * 1000) : null });
    const [oldest] = this.tries.keys();
    if (this.tries.size > MAX_REMEMBERED && oldest !== undefined) this.tries.delete(oldest);
  }
}

function keyOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}
