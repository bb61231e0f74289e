import {
  addDays,
  cents,
  fiscalYearOf,
  localDate,
  minCents,
  proportion,
  refuseProblems,
  splitOver,
  subtract,
  sum,
  ZERO_CENTS,
  type Cents,
  type LocalDate,
  type Problem,
} from '@wir/shared/kernel';

export interface PlannedInstalment {
  readonly year: number;
  readonly dueOn: LocalDate;
  readonly amountCents: Cents;
}

/** Days before its due day on which the job prepares the request, so that the signatory has time. */
export const INSTALMENT_LEAD_DAYS = 14;

/** Two instalments a year, 15 March and 15 September; the first carries the odd cent (demo rule of the programme). */
export function proposedInstalments(
  tranches: readonly { readonly year: number; readonly amountCents: Cents }[],
): PlannedInstalment[] {
  return tranches.flatMap(({ year, amountCents }) => {
    const [first = ZERO_CENTS, second = ZERO_CENTS] = splitOver(amountCents, 2);
    return [
      { year, dueOn: localDate(`${year}-03-15`), amountCents: first },
      { year, dueOn: localDate(`${year}-09-15`), amountCents: second },
    ].filter((each) => each.amountCents > 0);
  });
}

/** A plan pays each planned year's tranche exactly, on ascending days of that year. Refuses with `instalment.plan-invalid`. */
export function assertInstalmentPlan(
  plan: readonly PlannedInstalment[],
  tranches: readonly { readonly year: number; readonly amountCents: Cents }[],
): void {
  const problems: Problem[] = plan.flatMap((each, index): Problem[] => {
    const path = `instalments[${index}]`;
    const earlier = plan.slice(0, index).filter(({ year }) => year === each.year);
    if (each.amountCents <= 0) return [{ path: `${path}.amountCents`, code: 'disbursement.amount-not-positive' }];
    if (fiscalYearOf(each.dueOn) !== each.year) return [{ path: `${path}.dueOn`, code: 'instalment.day-outside-year' }];
    if (earlier.some(({ dueOn }) => dueOn >= each.dueOn))
      return [{ path: `${path}.dueOn`, code: 'instalment.not-ascending' }];
    return [];
  });
  for (const year of new Set(plan.map((each) => each.year))) {
    const tranche = tranches.find((each) => each.year === year);
    const planned = sum(plan.filter((each) => each.year === year).map(({ amountCents }) => amountCents));
    if (tranche === undefined) problems.push({ path: 'instalments', code: 'disbursement.year-without-tranche' });
    else if (planned !== tranche.amountCents) problems.push({ path: 'instalments', code: 'instalment.sum-differs' });
  }
  refuseProblems(problems, 'unprocessable', 'instalment.plan-invalid');
}

export function isDueSoon(dueOn: LocalDate, today: LocalDate): boolean {
  return dueOn <= addDays(today, INSTALMENT_LEAD_DAYS);
}

/** A post of the financing plan of one year, with what was reported as not filled. FTE in hundredths. */
export interface StaffedPost {
  readonly expenseCents: Cents;
  readonly plannedFteMonths: number;
  readonly vacantFteMonths: number;
}

/**
 * What vacancies save of a year's grant: the cost of the vacant months, in the share the grant has in all expenses of the year.
 * Rounded once per post, half up. Never more than the tranche.
 */
export function vacancySavings(
  posts: readonly StaffedPost[],
  year: { readonly trancheCents: Cents; readonly expensesCents: Cents },
): Cents {
  if (year.expensesCents <= 0) return ZERO_CENTS;
  const saved = posts
    .filter(({ plannedFteMonths }) => plannedFteMonths > 0)
    .map(({ expenseCents, plannedFteMonths, vacantFteMonths }) => {
      const vacant = Math.min(vacantFteMonths, plannedFteMonths);
      const cost = proportion(expenseCents, vacant, plannedFteMonths, 'HALF_UP');
      return proportion(cost, year.trancheCents, year.expensesCents, 'HALF_UP');
    });
  return minCents(sum(saved), year.trancheCents);
}

/**
 * Takes the savings from the instalments still to come, from the last to the first: what was paid is not asked back here.
 * The result is a proposal; nothing is paid less without a request that says so.
 */
export function reducedInstalments(open: readonly Cents[], savings: Cents): Cents[] {
  const reduced = [...open];
  let left = savings;
  for (let index = reduced.length - 1; index >= 0 && left > 0; index -= 1) {
    const amount = reduced[index] ?? ZERO_CENTS;
    const taken = minCents(amount, left);
    reduced[index] = subtract(amount, taken);
    left = cents(left - taken);
  }
  return reduced;
}
