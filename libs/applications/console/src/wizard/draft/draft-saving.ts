import type { CallRules, Period } from '@wir/applications/domain';
import type { ApplicationDto, PlanYearDto } from '@wir/shared/contract';
import { localDate } from '@wir/shared/kernel';
import type { ApplicationChange } from '../../data/application-client';
import type { Draft } from './draft';
import { isPeriodSendable, isPlanSendable, toPlan } from './draft-rules';

/** Parts that the server would refuse as they stand: they wait on this device until they hold. */
export type HeldBack = 'period' | 'plan';

export interface Saving {
  /** Null when nothing of it has changed. */
  readonly change: ApplicationChange | null;
  readonly plan: readonly PlanYearDto[] | null;
  readonly heldBack: readonly HeldBack[];
}

/** What of the form differs from the server's state, and what of that can be stored now. */
export function savingOf(draft: Draft, saved: ApplicationDto, rules: CallRules | null): Saving {
  const heldBack: HeldBack[] = [];
  const change: ApplicationChange = {};
  for (const name of ['title', 'purpose', 'contactName', 'contactEmail'] as const)
    if (draft[name] !== saved[name]) change[name] = draft[name];
  if (!isSame(draft.declarations, saved.declarations)) change.declarations = { ...draft.declarations };

  const { periodStart, periodEnd } = draft;
  const movesPeriod = periodStart !== saved.periodStart || periodEnd !== saved.periodEnd;
  const sendsPeriod =
    movesPeriod && periodStart !== null && periodEnd !== null && rules && isPeriodSendable(draft, rules);
  if (sendsPeriod) Object.assign(change, { periodStart, periodEnd });
  else if (movesPeriod) heldBack.push('period');

  const years = toPlan(draft).map(toPlanYearDto);
  const movesPlan = !isSame(years, saved.years.map(toPlanYearDto));
  const period: Period = sendsPeriod
    ? { start: localDate(periodStart), end: localDate(periodEnd) }
    : { start: localDate(saved.periodStart), end: localDate(saved.periodEnd) };
  const sendsPlan = movesPlan && rules !== null && isPlanSendable(draft, period, rules);
  if (movesPlan && !sendsPlan) heldBack.push('plan');

  return { change: Object.keys(change).length > 0 ? change : null, plan: sendsPlan ? years : null, heldBack };
}

type PlanLike = Pick<PlanYearDto, 'year' | 'requestedCents'> & {
  readonly expenses: readonly PlanYearDto['expenses'][number][];
  readonly income: readonly PlanYearDto['income'][number][];
};

/** Members in one order and left-out sizes as null, so that two plans can be compared as text. */
function toPlanYearDto({ year, expenses, income, requestedCents }: PlanLike): PlanYearDto {
  return {
    year,
    expenses: expenses.map(({ component, label, fte, months, amountCents }) => ({
      component,
      label,
      fte: fte ?? null,
      months: months ?? null,
      amountCents,
    })),
    income: income.map(({ kind, label, amountCents }) => ({ kind, label, amountCents })),
    requestedCents,
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
