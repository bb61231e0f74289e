import type { IncomeKind } from '@wir/applications/domain';
import type { ComponentCode } from '@wir/programme/domain';
import type { ApplicationDto } from '@wir/shared/contract';
import { fiscalYearsOf, parseLocalDate } from '@wir/shared/kernel';

/** A line as typed: what is not filled in yet is null. */
export interface DraftExpense {
  component: ComponentCode;
  label: string;
  fte: number | null;
  months: number | null;
  amountCents: number | null;
}

export interface DraftIncome {
  kind: IncomeKind;
  label: string;
  amountCents: number | null;
}

export interface DraftYear {
  year: number;
  expenses: DraftExpense[];
  income: DraftIncome[];
  requestedCents: number | null;
}

export interface DraftDeclarations {
  noPrematureStart: boolean;
  totalFinancingSecured: boolean;
  noDoubleFunding: boolean;
  noInputTaxDeduction: boolean;
}

/** What the form holds; its shape gives the paths of the domain's problems (`years[1].expenses[0].amountCents`). */
export interface Draft {
  title: string;
  purpose: string;
  periodStart: string | null;
  periodEnd: string | null;
  contactName: string;
  contactEmail: string;
  declarations: DraftDeclarations;
  years: DraftYear[];
}

export const EMPTY_DRAFT: Draft = {
  title: '',
  purpose: '',
  periodStart: null,
  periodEnd: null,
  contactName: '',
  contactEmail: '',
  declarations: {
    noPrematureStart: false,
    totalFinancingSecured: false,
    noDoubleFunding: false,
    noInputTaxDeduction: false,
  },
  years: [],
};

export function toDraft(application: ApplicationDto): Draft {
  const { title, purpose, periodStart, periodEnd, contactName, contactEmail, declarations } = application;
  const years = application.years.map((year) => ({
    year: year.year,
    expenses: year.expenses.map(({ component, label, fte, months, amountCents }) => ({
      component,
      label,
      fte: fte ?? null,
      months: months ?? null,
      amountCents,
    })),
    income: year.income.map(({ kind, label, amountCents }) => ({ kind, label, amountCents })),
    requestedCents: year.requestedCents,
  }));
  return withYearsOfPeriod({
    title,
    purpose,
    periodStart,
    periodEnd,
    contactName,
    contactEmail,
    declarations: { ...declarations },
    years,
  });
}

export function emptyYear(year: number): DraftYear {
  return { year, expenses: [], income: [], requestedCents: null };
}

export function hasContent({ expenses, income, requestedCents }: DraftYear): boolean {
  return expenses.length > 0 || income.length > 0 || (requestedCents ?? 0) !== 0;
}

/**
 * One page of the plan for each year of the period. A year that left the period stays while something stands in it, so
 * that nothing typed vanishes. The same draft comes back when nothing is to be done.
 */
export function withYearsOfPeriod(draft: Draft): Draft {
  const wanted = yearsOfPeriod(draft);
  const kept = draft.years.filter((year) => wanted.includes(year.year) || hasContent(year));
  const missing = wanted.filter((year) => !kept.some((known) => known.year === year)).map(emptyYear);
  if (missing.length === 0 && kept.length === draft.years.length) return draft;
  return { ...draft, years: [...kept, ...missing].sort((a, b) => a.year - b.year) };
}

/** A period that is not readable yet or runs backwards leaves the years as they are. */
function yearsOfPeriod({ periodStart, periodEnd, years }: Draft): number[] {
  const start = parseLocalDate(periodStart ?? '');
  const end = parseLocalDate(periodEnd ?? '');
  if (!start || !end || start > end || Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > 10)
    return years.map(({ year }) => year);
  return fiscalYearsOf(start, end);
}

/** Whether something has been entered on a page; decides between "not begun" and "incomplete". */
export function isBegun(step: string, draft: Draft, attachments: number): boolean {
  const years = draft.years;
  switch (step) {
    case 'traeger':
      return draft.contactName !== '' || draft.contactEmail !== '';
    case 'vorhaben':
      return draft.title !== '' || draft.purpose !== '' || draft.declarations.noPrematureStart;
    case 'kosten':
      return years.some(({ expenses }) => expenses.length > 0);
    case 'finanzierung':
      return years.some(({ income, requestedCents }) => income.length > 0 || (requestedCents ?? 0) > 0);
    default:
      return attachments > 0;
  }
}

/** A copy kept in the browser may come from an older portal or from a foreign hand: only the known shape is taken. */
export function isDraft(value: unknown): value is Draft {
  if (!isRecord(value) || !Array.isArray(value['years']) || !isRecord(value['declarations'])) return false;
  const texts = ['title', 'purpose', 'contactName', 'contactEmail'].every((name) => typeof value[name] === 'string');
  const days = ['periodStart', 'periodEnd'].every((name) => value[name] === null || typeof value[name] === 'string');
  return texts && days && value['years'].every(isDraftYear);
}

function isDraftYear(value: unknown): boolean {
  if (!isRecord(value) || typeof value['year'] !== 'number' || !isAmount(value['requestedCents'])) return false;
  const { expenses, income } = value;
  return Array.isArray(expenses) && Array.isArray(income) && [...expenses, ...income].every(isLine);
}

function isLine(value: unknown): boolean {
  return isRecord(value) && typeof value['label'] === 'string' && isAmount(value['amountCents']);
}

function isAmount(value: unknown): boolean {
  return value === null || Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
