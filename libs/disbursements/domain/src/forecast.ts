import {
  cents,
  fiscalYearOf,
  laterOf,
  minCents,
  subtract,
  sum,
  ZERO_CENTS,
  type Cents,
  type LocalDate,
} from '@wir/shared/kernel';

/** Money of one budget year on one day. */
export interface DatedMoney {
  readonly year: number;
  readonly day: LocalDate;
  readonly amountCents: Cents;
}

/** What an award has promised for a year and nobody has ordered yet. */
export interface OpenCommitment {
  readonly awardId: string;
  readonly year: number;
  readonly amountCents: Cents;
}

/** An instalment of the plan of payouts of which no order was made yet. */
export interface OpenInstalment extends OpenCommitment {
  readonly dueOn: LocalDate;
}

export interface ForecastFacts {
  readonly today: LocalDate;
  /** Years shown even when nothing is expected in them. */
  readonly years: readonly number[];
  /** By value date; repayments are negative. */
  readonly paid: readonly DatedMoney[];
  /** By the due day of the order. */
  readonly ordered: readonly DatedMoney[];
  readonly committed: readonly OpenCommitment[];
  readonly instalments: readonly OpenInstalment[];
}

/** Of a budget year: what has flown out, what will by order or plan, and what nobody has planned yet. */
export interface ForecastYear {
  readonly year: number;
  readonly paidCents: Cents;
  readonly orderedCents: Cents;
  readonly scheduledCents: Cents;
  readonly unscheduledCents: Cents;
  readonly totalCents: Cents;
  /** Expected by 31 December without what is not planned. */
  readonly byYearEndCents: Cents;
}

/** Of a calendar month, `YYYY-MM`. */
export interface ForecastMonth {
  readonly month: string;
  readonly paidCents: Cents;
  readonly orderedCents: Cents;
  readonly scheduledCents: Cents;
}

export interface Forecast {
  readonly years: readonly ForecastYear[];
  readonly months: readonly ForecastMonth[];
}

/**
 * Expected outflow. Nothing is expected in the past: what is overdue is expected today. Instalments are paid out of what their
 * award still has open in their year, in the order of their days; of a year that is over none is expected any more.
 */
export function forecastOutflow(facts: ForecastFacts): Forecast {
  const ordered = facts.ordered.map((each) => ({ ...each, day: laterOf(each.day, facts.today) }));
  const scheduled = facts.committed.flatMap((open) => scheduledOf(open, facts));
  const { paid, committed } = facts;
  const seen = [...facts.years, ...[paid, ordered, committed].flatMap((part) => part.map(({ year }) => year))];
  const years = [...new Set(seen)].sort((a, b) => a - b);
  return {
    years: years.map((year) => yearOf(year, { paid, ordered, scheduled, committed })),
    months: monthsOf(years, { paid, ordered, scheduled }),
  };
}

function scheduledOf({ awardId, year, amountCents }: OpenCommitment, facts: ForecastFacts): DatedMoney[] {
  if (year < fiscalYearOf(facts.today)) return [];
  let left = amountCents;
  return facts.instalments
    .filter((each) => each.awardId === awardId && each.year === year)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .flatMap((each) => {
      const part = minCents(each.amountCents, left);
      left = subtract(left, part);
      return part > 0 ? [{ year, day: laterOf(each.dueOn, facts.today), amountCents: part }] : [];
    });
}

type Parts = Readonly<Record<'paid' | 'ordered' | 'scheduled', readonly DatedMoney[]>>;

function yearOf(year: number, parts: Parts & { readonly committed: readonly OpenCommitment[] }): ForecastYear {
  const of = (part: readonly { readonly year: number; readonly amountCents: Cents }[]): Cents =>
    sum(part.filter((each) => each.year === year).map(({ amountCents }) => amountCents));
  const [paidCents, orderedCents, scheduledCents] = [of(parts.paid), of(parts.ordered), of(parts.scheduled)];
  const unscheduledCents = subtract(of(parts.committed), scheduledCents);
  const byYearEndCents = sum([paidCents, orderedCents, scheduledCents]);
  const totalCents = cents(byYearEndCents + unscheduledCents);
  return { year, paidCents, orderedCents, scheduledCents, unscheduledCents, totalCents, byYearEndCents };
}

/** Every month from January of the first year to December of the last; further only if a day lies beyond. */
function monthsOf(years: readonly number[], parts: Parts): ForecastMonth[] {
  const sums = { paid: byMonth(parts.paid), ordered: byMonth(parts.ordered), scheduled: byMonth(parts.scheduled) };
  const used = Object.values(sums).flatMap((part) => [...part.keys()].map((month) => Number(month.slice(0, 4))));
  const all = [...years, ...used];
  if (all.length === 0) return [];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: (last - first + 1) * 12 }, (_, index) => {
    const month = `${first + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      month,
      paidCents: sums.paid.get(month) ?? ZERO_CENTS,
      orderedCents: sums.ordered.get(month) ?? ZERO_CENTS,
      scheduledCents: sums.scheduled.get(month) ?? ZERO_CENTS,
    };
  });
}

function byMonth(part: readonly DatedMoney[]): ReadonlyMap<string, Cents> {
  const result = new Map<string, Cents>();
  for (const { day, amountCents } of part) {
    const month = day.slice(0, 7);
    result.set(month, cents((result.get(month) ?? 0) + amountCents));
  }
  return result;
}
