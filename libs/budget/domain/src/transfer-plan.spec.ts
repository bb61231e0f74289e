import { cents, euros, fiscalYear } from '@wir/shared/kernel';
import {
  planCommitmentRelease,
  planPayment,
  planReservation,
  planSignature,
  type PlannedTransfer,
  type YearAmount,
} from './transfer-plan';

const year = (value: number, amount: number): YearAmount => ({ year: fiscalYear(value), amountCents: euros(amount) });
const brief = ({ kind, year: budgetYear, dueYear, amountCents }: PlannedTransfer): string =>
  `${kind} ${budgetYear}${dueYear === null ? '' : `/${dueYear}`} ${amountCents / 100}`;

describe('planning the bookings of an act', () => {
  it('reserves in ascending order and leaves years without money out', () => {
    expect(planReservation([year(2028, 3), year(2026, 1), year(2027, 0)]).map(brief)).toEqual([
      'RESERVE 2026 1',
      'RESERVE 2028 3',
    ]);
  });

  it('commits each year at signature and uses the authorisation of the signing year for later ones', () => {
    const years = [year(2027, 120), year(2026, 120), year(2028, 100)];

    expect(planSignature({ id: 'a', tranches: years }, years, fiscalYear(2026)).map(brief)).toEqual([
      'COMMIT 2026 120',
      'USE_VE 2026/2027 120',
      'USE_VE 2026/2028 100',
      'COMMIT 2027 120',
      'COMMIT 2028 100',
    ]);
  });

  it('frees what was reserved beyond the award', () => {
    expect(
      planSignature({ id: 'a', tranches: [year(2026, 80)] }, [year(2026, 100), year(2027, 50)], fiscalYear(2026)).map(
        brief,
      ),
    ).toEqual(['COMMIT 2026 80', 'RELEASE_RESERVATION 2026 20', 'RELEASE_RESERVATION 2027 50']);
  });

  it('refuses an award beyond its reservation', () => {
    expect(() => planSignature({ id: 'a', tranches: [year(2026, 101)] }, [year(2026, 100)], fiscalYear(2026))).toThrow(
      'budget.reservation-too-small',
    );
    expect(() => planSignature({ id: 'a', tranches: [year(2027, 1)] }, [year(2026, 100)], fiscalYear(2026))).toThrow(
      'budget.reservation-too-small',
    );
  });

  it('takes commitment and authorisation back together', () => {
    expect(
      planCommitmentRelease({ id: 'a', open: [year(2026, 10), year(2027, 20)] }, fiscalYear(2026)).map(brief),
    ).toEqual(['RELEASE_COMMITMENT 2026 10', 'RELEASE_VE 2026/2027 20', 'RELEASE_COMMITMENT 2027 20']);
  });

  it('charges a payment to its award and year', () => {
    expect(planPayment('order', 'a', { year: fiscalYear(2026), amountCents: cents(5) })).toEqual({
      kind: 'ORDER',
      year: 2026,
      dueYear: null,
      awardId: 'a',
      amountCents: 5,
    });
  });
});
