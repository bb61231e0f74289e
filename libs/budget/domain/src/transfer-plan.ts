import { DomainError, subtract, ZERO_CENTS, type Cents, type FiscalYear } from '@wir/shared/kernel';
import type { TransferKind } from './transfer-rules';

/** A booking to be made. Accounts follow from kind, year, due year and award. */
export interface PlannedTransfer {
  readonly kind: TransferKind;
  readonly year: FiscalYear;
  readonly dueYear: FiscalYear | null;
  readonly awardId: string | null;
  readonly amountCents: Cents;
  /** Budget line; missing: the main one. `targetLineId` for a shift between two lines only. */
  readonly lineId?: string | null;
  readonly targetLineId?: string | null;
  /** The case it is booked for, where the plan and not the command knows it. */
  readonly applicationId?: string | null;
}

/** An amount of one budget year: a proposed sum, a tranche, an open remainder. */
export interface YearAmount {
  readonly year: FiscalYear;
  readonly amountCents: Cents;
}

/** Budget confirmation: proposed sums become a soft commitment (vorläufige Mittelbindung). */
export function planReservation(years: readonly YearAmount[]): PlannedTransfer[] {
  return perYear('RESERVE', years);
}

/** Withdrawal or rejection after the budget was confirmed. */
export function planReservationRelease(years: readonly YearAmount[]): PlannedTransfer[] {
  return perYear('RELEASE_RESERVATION', years);
}

/**
 * Final signature: reserved → committed for each year of the award, and for each year after the signing year the
 * commitment authorisation of the signing year's budget (§ 38 LHO). What was reserved beyond the award is freed.
 */
export function planSignature(
  award: { readonly id: string; readonly tranches: readonly YearAmount[] },
  reserved: readonly YearAmount[],
  signingYear: FiscalYear,
): PlannedTransfer[] {
  const surplus = reserved.map(({ year, amountCents }) => {
    const tranche = amountIn(award.tranches, year);
    if (tranche > amountCents)
      throw new DomainError('conflict', 'budget.reservation-too-small', {
        year,
        reservedCents: amountCents,
        awardedCents: tranche,
      });
    return { year, amountCents: subtract(amountCents, tranche) };
  });
  for (const { year, amountCents } of award.tranches) {
    if (!reserved.some((entry) => entry.year === year))
      throw new DomainError('conflict', 'budget.reservation-too-small', {
        year,
        reservedCents: ZERO_CENTS,
        awardedCents: amountCents,
      });
  }
  return inBookingOrder([
    ...perYear('COMMIT', award.tranches, award.id),
    ...perYear('RELEASE_RESERVATION', surplus),
    ...authorisations('USE_VE', award.tranches, signingYear),
  ]);
}

/** Voiding before dispatch, or freeing a remainder: the unspent commitment and its authorisation come back. */
export function planCommitmentRelease(
  award: { readonly id: string; readonly open: readonly YearAmount[] },
  signingYear: FiscalYear,
): PlannedTransfer[] {
  return inBookingOrder([
    ...perYear('RELEASE_COMMITMENT', award.open, award.id),
    ...authorisations('RELEASE_VE', award.open, signingYear),
  ]);
}

/** What is booked for a payment order, in the year it is charged to. */
export type PaymentStep = 'order' | 'cancel' | 'pay' | 'fail' | 'return';

const PAYMENT_KINDS: Readonly<Record<PaymentStep, TransferKind>> = {
  order: 'ORDER',
  cancel: 'CANCEL_ORDER',
  pay: 'PAY',
  fail: 'FAIL',
  return: 'RETURN',
};

export function planPayment(step: PaymentStep, awardId: string, { year, amountCents }: YearAmount): PlannedTransfer {
  return { kind: PAYMENT_KINDS[step], year, dueYear: null, awardId, amountCents };
}

/** The budget act: Ansatz of a year. */
export function planAppropriation(years: readonly YearAmount[]): PlannedTransfer[] {
  return perYear('APPROPRIATE', years);
}

/** The budget act: authorisation in the budget of `year` for payments due in the given years. */
export function planAuthorisation(year: FiscalYear, dueYears: readonly YearAmount[]): PlannedTransfer[] {
  return dueYears
    .filter(isPositive)
    .map((due) => ({ kind: 'AUTHORISE', year, dueYear: due.year, awardId: null, amountCents: due.amountCents }));
}

/**
 * The end of a year after its cash closing: what is free, locked or promised and not called for lapses (§ 45 LHO);
 * what shall live on was carried over before.
 */
export function planYearEnd(
  year: FiscalYear,
  left: readonly {
    readonly kind: 'free' | 'locked' | 'committed';
    readonly awardId: string | null;
    readonly lineId: string | null;
    readonly amountCents: Cents;
  }[],
): PlannedTransfer[] {
  const kinds = { free: 'LAPSE', locked: 'LAPSE_LOCKED', committed: 'LAPSE_COMMITMENT' } as const;
  return left.filter(isPositive).map(({ kind, awardId, lineId, amountCents }) => ({
    kind: kinds[kind],
    year,
    dueYear: null,
    awardId,
    lineId,
    amountCents,
  }));
}

/** On 1 January the authorisations nobody used lapse (§ 45 Abs. 1 LHO). */
export function planAuthorisationLapse(
  left: readonly {
    readonly year: FiscalYear;
    readonly dueYear: FiscalYear;
    readonly lineId: string | null;
    readonly amountCents: Cents;
  }[],
): PlannedTransfer[] {
  return inBookingOrder(left.filter(isPositive).map((each) => ({ kind: 'LAPSE_VE', awardId: null, ...each })));
}

function perYear(kind: TransferKind, years: readonly YearAmount[], awardId: string | null = null): PlannedTransfer[] {
  return inBookingOrder(
    years.filter(isPositive).map(({ year, amountCents }) => ({ kind, year, dueYear: null, awardId, amountCents })),
  );
}

function authorisations(
  kind: 'USE_VE' | 'RELEASE_VE',
  years: readonly YearAmount[],
  signingYear: FiscalYear,
): PlannedTransfer[] {
  return years
    .filter((entry) => isPositive(entry) && entry.year > signingYear)
    .map(({ year, amountCents }) => ({ kind, year: signingYear, dueYear: year, awardId: null, amountCents }));
}

function amountIn(years: readonly YearAmount[], year: FiscalYear): Cents {
  return years.find((entry) => entry.year === year)?.amountCents ?? ZERO_CENTS;
}

function isPositive({ amountCents }: { readonly amountCents: Cents }): boolean {
  return amountCents > 0;
}

/** Ascending by budget year, then due year: the one order in which years are locked, so that nothing deadlocks. */
export function inBookingOrder(transfers: readonly PlannedTransfer[]): PlannedTransfer[] {
  return [...transfers].sort((a, b) => a.year - b.year || (a.dueYear ?? 0) - (b.dueYear ?? 0));
}
