import { parseLocalDate } from '@wir/shared/kernel';
import type { SampleWish } from '../data/payment-trace-client';

/** A sample has an address of its own: whoever gets it sees the same payments. */
export interface SampleAddress {
  readonly startwert?: string;
  readonly anzahl?: string;
  readonly von?: string;
  readonly bis?: string;
  readonly ab?: string;
}

export const MAX_SAMPLE = 500;

/** Null when the address asks for no sample, or for none there can be. */
export function wishOf({ startwert, anzahl, von, bis, ab }: SampleAddress): SampleWish | null {
  const seed = startwert?.trim() ?? '';
  const size = sizeOf(anzahl ?? '');
  if (seed === '' || size === null) return null;
  return {
    seed,
    size,
    from: parseLocalDate(von ?? ''),
    to: parseLocalDate(bis ?? ''),
    minCents: /^\d{1,13}$/.test(ab ?? '') ? Number(ab) : null,
  };
}

export function addressOf({ seed, size, from, to, minCents }: SampleWish): Record<string, string | null> {
  return { startwert: seed, anzahl: String(size), von: from, bis: to, ab: minCents === null ? null : String(minCents) };
}

export function sizeOf(text: string): number | null {
  const size = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return size >= 1 && size <= MAX_SAMPLE ? size : null;
}

/** Proposed, so that nobody has to think one up; it only must not be chosen by its outcome. */
export function randomSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
