import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export const MAX_ATTEMPTS = 4;

/** Runs again after a failure worth it: three more times at most, after a random pause of 10 to 200 ms that grows. */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  isWorthIt: (error: unknown) => boolean,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      if (number >= MAX_ATTEMPTS || !isWorthIt(error)) throw error;
      await sleep(randomInt(10, Math.min(200, 40 * 2 ** number)));
    }
  }
}
