import {
  expensesOf,
  fundableOf,
  imbalanceOf,
  incomeOf,
  periodProblems,
  planProblems,
  submissionProblems,
  type ApplicationContent,
  type AttachmentKind,
  type CallRules,
  type Period,
  type PlanYear,
} from '@wir/applications/domain';
import { maxCents, minCents, parseLocalDate, subtract, ZERO_CENTS, cents, type Cents } from '@wir/shared/kernel';
import { hasContent, type Draft, type DraftYear } from './draft';

/** A problem of the form; besides the codes of the domain there is `date.invalid` for a day that is not filled in. */
export interface DraftProblem {
  readonly path: string;
  readonly code: string;
}

/** The year as the rules read it; what is not filled in counts as nothing and is reported as such. */
export function toPlanYear({ year, expenses, income, requestedCents }: DraftYear): PlanYear {
  return {
    year,
    expenses: expenses.map((line) => ({ ...line, amountCents: line.amountCents ?? 0 })),
    income: income.map((line) => ({ ...line, amountCents: line.amountCents ?? 0 })),
    requestedCents: requestedCents ?? 0,
  };
}

export function toPlan(draft: Draft): PlanYear[] {
  return draft.years.filter(hasContent).map(toPlanYear);
}

export function periodOf(draft: Draft, fallback: Period): Period {
  return {
    start: parseLocalDate(draft.periodStart ?? '') ?? fallback.start,
    end: parseLocalDate(draft.periodEnd ?? '') ?? fallback.end,
  };
}

/** All that hinders submission, found by the very rules that the server asks; paths are those of the form. */
export function draftProblems(draft: Draft, kinds: readonly AttachmentKind[], rules: CallRules): DraftProblem[] {
  const period = periodOf(draft, rules.period);
  const content: ApplicationContent = {
    ...draft,
    periodStart: period.start,
    periodEnd: period.end,
    years: toPlan(draft),
    attachments: kinds.map((kind) => ({ kind })),
  };
  const unreadable = (['periodStart', 'periodEnd'] as const).filter((name) => !parseLocalDate(draft[name] ?? ''));
  return [
    ...unreadable.map((path) => ({ path, code: 'date.invalid' })),
    ...submissionProblems(content, rules).map(({ path, code }) => ({ path: formPath(path, code, draft), code })),
  ];
}

/** The rules count the filled years only, the form counts all; what is requested is asked on the page of the financing. */
function formPath(path: string, code: string, draft: Draft): string {
  if (code === 'application.requested-missing') return 'financing';
  const position = /^years\[(\d+)\]/.exec(path);
  if (!position) return path;
  const year = draft.years.filter(hasContent)[Number(position[1])];
  return year ? path.replace(position[0], `years[${draft.years.indexOf(year)}]`) : path;
}

/** The server stores a whole plan or none: it must hold before it is sent. An empty one needs no sending. */
export function isPlanSendable(draft: Draft, period: Period, rules: CallRules): boolean {
  return planProblems(toPlan(draft), period, rules.caps).length === 0;
}

export function isPeriodSendable(draft: Draft, rules: CallRules): boolean {
  const start = parseLocalDate(draft.periodStart ?? '');
  const end = parseLocalDate(draft.periodEnd ?? '');
  return start !== null && end !== null && periodProblems({ start, end }, rules.period).length === 0;
}

/** The figures under the grid of a year, updated with every key. */
export interface YearFigures {
  readonly expenses: Cents;
  readonly income: Cents;
  readonly requested: Cents;
  /** The most that can be granted after the caps of the call; null while the call is not known. */
  readonly fundable: Cents | null;
  /** Positive: not covered yet. Negative: more income than expenses. */
  readonly open: Cents;
  /** What may still be requested so that the year balances within the caps. */
  readonly suggested: Cents;
}

export function yearFigures(year: DraftYear, period: Period | null, rules: CallRules | null): YearFigures {
  const plan = toPlanYear(year);
  const expenses = expensesOf(plan);
  const income = incomeOf(plan);
  const fundable = rules && period ? fundableOf(plan, period, rules.caps) : null;
  const uncovered = maxCents(subtract(expenses, income), ZERO_CENTS);
  return {
    expenses,
    income,
    requested: cents(plan.requestedCents),
    fundable,
    open: imbalanceOf(plan),
    suggested: fundable === null ? uncovered : minCents(uncovered, fundable),
  };
}
