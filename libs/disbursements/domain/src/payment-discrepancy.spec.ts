import { ACTOR_ROLES } from '@wir/identity/domain';
import { transitionCells, transitionFaults } from '@wir/shared/kernel';
import { DISBURSEMENT_TEXTS, type DisbursementCode } from './codes';
import { assertMayWaive, discrepancyKindOf, PAYMENT_DISCREPANCY_TRANSITIONS } from './payment-discrepancy';

describe('the life of a discrepancy', () => {
  it('ends resolved by who handles it, or waived by budget officer or head of unit', () => {
    const cells = transitionCells(PAYMENT_DISCREPANCY_TRANSITIONS, ACTOR_ROLES)
      .filter(({ to }) => to.length > 0)
      .map(({ state, act, role }) => `${state} ${act} ${role}`);

    expect(transitionFaults(PAYMENT_DISCREPANCY_TRANSITIONS)).toEqual([]);
    expect(cells.sort()).toEqual(
      ['OPEN', 'ASSIGNED']
        .flatMap((state) => [
          `${state} assign BUDGET_OFFICER`,
          `${state} assign PAYMENT_ORDERER`,
          `${state} resolve BUDGET_OFFICER`,
          `${state} resolve PAYMENT_ORDERER`,
          `${state} waive BUDGET_OFFICER`,
          `${state} waive HEAD_OF_UNIT`,
        ])
        .sort(),
    );
  });

  it('is waived neither by who brought the file in nor by who works on it, nor by their deputy', () => {
    const took = { openedByPersonId: 'importer', assignedPersonId: 'assignee' };

    expect(() => assertMayWaive(['third'], took)).not.toThrow();
    for (const acting of [['importer'], ['assignee'], ['third', 'importer']])
      expect(() => assertMayWaive(acting, took)).toThrow(
        expect.objectContaining({ code: 'payment-discrepancy.same-person' }),
      );
  });

  it('begins with money that does not fit, not with a row that is written wrongly', () => {
    const codes = (Object.keys(DISBURSEMENT_TEXTS) as DisbursementCode[]).filter((code) => discrepancyKindOf(code));

    expect(codes.map((code) => [code.split('.')[1], discrepancyKindOf(code)]).sort()).toEqual([
      ['already-booked', 'ALREADY_PAID'],
      ['amount-different', 'DIFFERENT_AMOUNT'],
      ['order-not-exported', 'NOT_EXPORTED'],
      ['order-unknown', 'UNKNOWN_ORDER'],
      ['repayment-too-high', 'OVERPAID_REPAYMENT'],
      ['repayment-unmatched', 'UNMATCHED_REPAYMENT'],
      ['year-closed', 'UNMATCHED_REPAYMENT'],
      ['year-different', 'DIFFERENT_YEAR'],
    ]);
  });
});
