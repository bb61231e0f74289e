import { ACTOR_ROLES, type ActorRole } from '@wir/identity/domain';
import { move, transitionCells, transitionFaults, type TransitionTable } from '@wir/shared/kernel';
import { BANK_ACCOUNT_TRANSITIONS, DISBURSEMENT_TRANSITIONS, PAYMENT_ORDER_TRANSITIONS } from './disbursement-state';

function allowedCells(table: TransitionTable<string, string, ActorRole>): string[] {
  return transitionCells(table, ACTOR_ROLES)
    .filter(({ to }) => to.length > 0)
    .map(({ state, act, role, to }) => `${state} ${act} ${role} -> ${to.join()}`)
    .sort();
}

describe('moving a disbursement request', () => {
  const ALLOWED = [
    'DRAFT submit APPLICANT_SIGNATORY -> SUBMITTED',
    'DRAFT cancel APPLICANT_FINANCE -> CANCELLED',
    'SUBMITTED check CASE_WORKER -> CHECKED',
    'SUBMITTED return CASE_WORKER -> RETURNED',
    'SUBMITTED cancel PAYMENT_ORDERER -> CANCELLED',
    'SUBMITTED cancel APPLICANT_FINANCE -> CANCELLED',
    'RETURNED submit APPLICANT_SIGNATORY -> SUBMITTED',
    'RETURNED cancel APPLICANT_FINANCE -> CANCELLED',
    'CHECKED return PAYMENT_ORDERER -> SUBMITTED',
    'CHECKED voidCheck CASE_WORKER -> SUBMITTED',
    'CHECKED order PAYMENT_ORDERER -> ORDERED',
    'CHECKED cancel PAYMENT_ORDERER -> CANCELLED',
    'ORDERED export PAYMENT_ORDERER -> EXPORTED',
    'ORDERED cancel PAYMENT_ORDERER -> CANCELLED',
    'EXPORTED book BUDGET_OFFICER -> PAID',
    'EXPORTED fail BUDGET_OFFICER -> FAILED',
    'FAILED submit APPLICANT_SIGNATORY -> SUBMITTED',
    'FAILED cancel PAYMENT_ORDERER -> CANCELLED',
    'FAILED cancel APPLICANT_FINANCE -> CANCELLED',
  ];

  it('reaches every state', () => {
    expect(transitionFaults(DISBURSEMENT_TRANSITIONS)).toEqual([]);
  });

  it('is allowed in exactly the named cells', () => {
    expect(allowedCells(DISBURSEMENT_TRANSITIONS)).toEqual([...ALLOWED].sort());
  });

  it('is refused in every other cell', () => {
    const refused = transitionCells(DISBURSEMENT_TRANSITIONS, ACTOR_ROLES).filter(
      ({ state, act, role }) => !ALLOWED.some((cell) => cell.startsWith(`${state} ${act} ${role} `)),
    );

    for (const { state, act, role } of refused) {
      expect(() => move(DISBURSEMENT_TRANSITIONS, state, act, [role])).toThrow(
        /^disbursement\.(wrong-state|role-not-allowed)$/,
      );
    }
  });
});

describe('moving a payment order', () => {
  it('exports once and books what came back', () => {
    expect(transitionFaults(PAYMENT_ORDER_TRANSITIONS)).toEqual([]);
    expect(allowedCells(PAYMENT_ORDER_TRANSITIONS)).toEqual([
      'EXPORTED book BUDGET_OFFICER -> PAID',
      'EXPORTED fail BUDGET_OFFICER -> FAILED',
      'ORDERED cancel PAYMENT_ORDERER -> CANCELLED',
      'ORDERED export PAYMENT_ORDERER -> EXPORTED',
    ]);
  });
});

describe('moving bank data', () => {
  it('confirms by the case worker and supersedes by itself', () => {
    expect(transitionFaults(BANK_ACCOUNT_TRANSITIONS)).toEqual([]);
    expect(allowedCells(BANK_ACCOUNT_TRANSITIONS)).toEqual([
      'CONFIRMED supersede SYSTEM -> SUPERSEDED',
      'PROPOSED confirm CASE_WORKER -> CONFIRMED',
      'PROPOSED supersede SYSTEM -> SUPERSEDED',
    ]);
  });
});
