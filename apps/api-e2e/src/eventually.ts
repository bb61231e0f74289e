import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

/** Asks again until something done after the answer is there; the last finding is given back in any case. */
export async function eventually<T>(ask: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (isThere(found) || performance.now() > until) return found;
    await pause(25);
  }
}
