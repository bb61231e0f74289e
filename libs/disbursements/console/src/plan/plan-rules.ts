import { assertInstalmentPlan } from '@wir/disbursements/domain';
import type { InstalmentsDto, TrancheDto } from '@wir/shared/contract';
import { DomainError, cents, parseLocalDate, type Problem } from '@wir/shared/kernel';

export interface InstalmentDraft {
  readonly year: number;
  readonly dueOn: string | null;
  readonly amountCents: number | null;
}

/** What is planned of a year's tranche, as far as no request stands for it; the difference is zero in a plan that may be saved. */
export interface YearSum {
  readonly year: number;
  readonly trancheCents: number;
  readonly plannedCents: number;
  readonly differenceCents: number;
}

/** Years of which an instalment has become a request: their plan stays. */
export function begunYears({ items }: Pick<InstalmentsDto, 'items'>): ReadonlySet<number> {
  return new Set(items.filter(({ requestId }) => requestId !== null).map(({ year }) => year));
}

/** What a saved plan may still say: the present instalments, else the proposal, of the years not begun. */
export function draftOf(plan: InstalmentsDto, from: 'items' | 'proposal'): InstalmentDraft[] {
  const begun = begunYears(plan);
  return plan[from]
    .filter(({ year }) => !begun.has(year))
    .map(({ year, dueOn, amountCents }) => ({ year, dueOn, amountCents }));
}

export function yearSums(draft: readonly InstalmentDraft[], tranches: readonly TrancheDto[]): YearSum[] {
  return tranches.map(({ year, openCents: trancheCents }) => {
    const plannedCents = draft
      .filter((each) => each.year === year)
      .reduce((total, { amountCents }) => total + (amountCents ?? 0), 0);
    return { year, trancheCents, plannedCents, differenceCents: trancheCents - plannedCents };
  });
}

/** The rules of the server, asked while typing; a row with an empty field is no fault yet. */
export function planFaults(draft: readonly InstalmentDraft[], tranches: readonly TrancheDto[]): readonly Problem[] {
  const plan = draft.flatMap(({ year, dueOn, amountCents }) => {
    const day = parseLocalDate(dueOn ?? '');
    return day === null || amountCents === null ? [] : [{ year, dueOn: day, amountCents: cents(amountCents) }];
  });
  if (plan.length < draft.length) return [];
  try {
    assertInstalmentPlan(
      plan,
      tranches.map(({ year, openCents }) => ({ year, amountCents: cents(openCents) })),
    );
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.details['errors'] as readonly Problem[];
  }
}
