import { ACTOR_ROLES } from '@wir/identity/domain';
import { move, transitionCells, transitionFaults } from '@wir/shared/kernel';
import { APPLICATION_TRANSITIONS } from './application-state';

/** Every cell that is allowed, named by hand; all others must be refused. */
const ALLOWED = [
  'DRAFT edit APPLICANT_EDITOR -> DRAFT',
  'DRAFT edit APPLICANT_FINANCE -> DRAFT',
  'DRAFT requestSignature APPLICANT_EDITOR -> READY_TO_SIGN',
  'DRAFT requestSignature APPLICANT_FINANCE -> READY_TO_SIGN',
  'DRAFT submit APPLICANT_SIGNATORY -> SUBMITTED',
  'DRAFT expire SYSTEM -> EXPIRED',
  'READY_TO_SIGN returnFromSignature APPLICANT_EDITOR -> DRAFT',
  'READY_TO_SIGN returnFromSignature APPLICANT_SIGNATORY -> DRAFT',
  'READY_TO_SIGN submit APPLICANT_SIGNATORY -> SUBMITTED',
  'READY_TO_SIGN expire SYSTEM -> EXPIRED',
  'SUBMITTED withdraw APPLICANT_SIGNATORY -> WITHDRAWN',
  'SUBMITTED confirmCompleteness CASE_WORKER -> UNDER_REVIEW',
  'SUBMITTED requestInformation CASE_WORKER -> INFO_REQUESTED',
  'INFO_REQUESTED edit APPLICANT_EDITOR -> INFO_REQUESTED',
  'INFO_REQUESTED edit APPLICANT_FINANCE -> INFO_REQUESTED',
  'INFO_REQUESTED submit APPLICANT_SIGNATORY -> SUBMITTED',
  'INFO_REQUESTED withdraw APPLICANT_SIGNATORY -> WITHDRAWN',
  'UNDER_REVIEW withdraw APPLICANT_SIGNATORY -> WITHDRAWN',
  'UNDER_REVIEW requestInformation CASE_WORKER -> INFO_REQUESTED',
  'UNDER_REVIEW answerChecks CASE_WORKER -> UNDER_REVIEW',
  'UNDER_REVIEW recommend CASE_WORKER -> REVIEWED',
  'REVIEWED withdraw APPLICANT_SIGNATORY -> WITHDRAWN',
  'REVIEWED confirmBudget BUDGET_OFFICER -> BUDGET_CONFIRMED',
  'REVIEWED decide HEAD_OF_UNIT -> REJECTED',
  'BUDGET_CONFIRMED withdraw APPLICANT_SIGNATORY -> WITHDRAWN',
  'BUDGET_CONFIRMED decide HEAD_OF_UNIT -> APPROVED,PARTLY_APPROVED,REJECTED',
];

const cells = transitionCells(APPLICATION_TRANSITIONS, ACTOR_ROLES);

describe('moving an application', () => {
  it('reaches every state', () => {
    expect(transitionFaults(APPLICATION_TRANSITIONS)).toEqual([]);
  });

  it('is allowed in exactly the named cells', () => {
    const allowed = cells
      .filter(({ to }) => to.length > 0)
      .map(({ state, act, role, to }) => `${state} ${act} ${role} -> ${to.join()}`);

    expect(allowed.sort()).toEqual([...ALLOWED].sort());
  });

  it('is refused in every other cell', () => {
    const refused = cells.filter(
      ({ state, act, role }) => !ALLOWED.some((cell) => cell.startsWith(`${state} ${act} ${role} `)),
    );

    expect(refused.length).toBe(cells.length - ALLOWED.length);
    for (const { state, act, role } of refused) {
      expect(() => move(APPLICATION_TRANSITIONS, state, act, [role])).toThrow(
        /^application\.(wrong-state|role-not-allowed)$/,
      );
    }
  });
});
