import type { BankAccountDto } from '@wir/shared/contract';

/** Until when a run leaves out a changed account; null when the day is over. The first account of a municipality is not held. */
export function holdOf({ state, holdUntil }: Pick<BankAccountDto, 'state' | 'holdUntil'>, now: Date): string | null {
  return state === 'CONFIRMED' && holdUntil !== null && Date.parse(holdUntil) > now.getTime() ? holdUntil : null;
}
