import type { ForecastMonthDto } from '@wir/shared/contract';

/** Parts of a month's outflow, in the order in which they become certain. */
export const OUTFLOWS = ['paid', 'ordered', 'scheduled'] as const;
export type Outflow = (typeof OUTFLOWS)[number];

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Calendar years with an outflow, ascending. */
export function yearsOf(months: readonly ForecastMonthDto[]): number[] {
  return [...new Set(months.map(({ month }) => Number(month.slice(0, 4))))].sort((a, b) => a - b);
}

/** January to December; a month nothing is known of stands there with zero, so that the bars keep their places. */
export function monthsOf(months: readonly ForecastMonthDto[], year: number): ForecastMonthDto[] {
  const known = new Map(months.map((entry) => [entry.month, entry] as const));
  return MONTHS.map((number) => {
    const month = `${year}-${number}`;
    return known.get(month) ?? { month, paidCents: 0, orderedCents: 0, scheduledCents: 0 };
  });
}

export function outflowOf(month: ForecastMonthDto): number {
  return OUTFLOWS.reduce((sum, part) => sum + month[`${part}Cents`], 0);
}
