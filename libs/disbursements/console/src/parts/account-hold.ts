import type { BankAccountDto } from '@wir/shared/contract';

const HOLD_MS = 24 * 3_600_000;

/** Until when a run leaves out a changed account, counted from its confirmation; null when the day is over. */
export function holdUntil({ state, confirmedAt }: BankAccountDto, now: Date): string | null {
  if (state !== 'CONFIRMED' || confirmedAt === null) return null;
  const until = new Date(Date.parse(confirmedAt) + HOLD_MS);
  return until > now ? until.toISOString() : null;
}
