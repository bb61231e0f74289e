import { isWithinNeedWindow, requestProblems, type DisbursementCode } from '@wir/disbursements/domain';
import type { TrancheDto } from '@wir/shared/contract';
import { cents, parseLocalDate } from '@wir/shared/kernel';

export interface RequestDraft {
  readonly year: string;
  readonly amountCents: number | null;
  readonly neededUntil: string | null;
}

export interface RequestProblem {
  readonly path: string;
  readonly code: DisbursementCode;
  readonly openCents?: number;
}

/** ANBest-GK: money is called for payments due within two months. */
export const NEED_WINDOW_MONTHS = 2;

/** The rules of the server, asked while typing; a field that is still empty is no fault yet. */
export function draftProblems(draft: RequestDraft, tranches: readonly TrancheDto[], today: string): RequestProblem[] {
  const now = parseLocalDate(today);
  if (now === null) return [];
  const neededUntil = parseLocalDate(draft.neededUntil ?? '') ?? now;
  const request = { year: Number(draft.year), amountCents: draft.amountCents ?? 1, neededUntil };
  const open = tranches.map(({ year, openCents }) => ({ year, openCents: cents(openCents) }));
  return requestProblems(request, open, now);
}

export function isEarly(neededUntil: string | null, today: string): boolean {
  const [day, now] = [parseLocalDate(neededUntil ?? ''), parseLocalDate(today)];
  return day !== null && now !== null && !isWithinNeedWindow(day, now, NEED_WINDOW_MONTHS);
}
