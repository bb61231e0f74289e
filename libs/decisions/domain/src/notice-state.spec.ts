import { ACTOR_ROLES, type ActorRole } from '@wir/identity/domain';
import { move, transitionCells, transitionFaults, type TransitionTable } from '@wir/shared/kernel';
import { AWARD_TRANSITIONS } from './award-state';
import { isPublic, isVisibleToApplicant, NOTICE_STATES, NOTICE_TRANSITIONS } from './notice-state';

function allowedCells(table: TransitionTable<string, string, ActorRole>): string[] {
  return transitionCells(table, ACTOR_ROLES)
    .filter(({ to }) => to.length > 0)
    .map(({ state, act, role, to }) => `${state} ${act} ${role} -> ${to.join()}`)
    .sort();
}

describe('moving a notice', () => {
  const ALLOWED = [
    'DRAFT edit CASE_WORKER -> DRAFT',
    'DRAFT cosign CASE_WORKER -> IN_COSIGN',
    'IN_COSIGN return HEAD_OF_UNIT -> DRAFT',
    'IN_COSIGN sign HEAD_OF_UNIT -> SIGNED',
    'SIGNED void HEAD_OF_UNIT -> VOIDED',
    'SIGNED dispatch CASE_WORKER -> DISPATCHED',
    'DISPATCHED retrieve APPLICANT_EDITOR -> DISPATCHED',
    'DISPATCHED retrieve APPLICANT_FINANCE -> DISPATCHED',
    'DISPATCHED retrieve APPLICANT_SIGNATORY -> DISPATCHED',
    'DISPATCHED notify SYSTEM -> NOTIFIED',
    'DISPATCHED expireRetrieval SYSTEM -> NOT_RETRIEVED',
    'NOT_RETRIEVED dispatch CASE_WORKER -> DISPATCHED',
    'NOTIFIED waiveAppeal APPLICANT_SIGNATORY -> FINAL',
    'NOTIFIED finalise SYSTEM -> FINAL',
    'NOTIFIED recordAppeal CASE_WORKER -> APPEALED',
    'APPEALED endAppeal CASE_WORKER -> FINAL',
  ];

  it('reaches every state', () => {
    expect(transitionFaults(NOTICE_TRANSITIONS)).toEqual([]);
  });

  it('is allowed in exactly the named cells', () => {
    expect(allowedCells(NOTICE_TRANSITIONS)).toEqual([...ALLOWED].sort());
  });

  it('is refused in every other cell', () => {
    const refused = transitionCells(NOTICE_TRANSITIONS, ACTOR_ROLES).filter(
      ({ state, act, role }) => !ALLOWED.some((cell) => cell.startsWith(`${state} ${act} ${role} `)),
    );

    for (const { state, act, role } of refused) {
      expect(() => move(NOTICE_TRANSITIONS, state, act, [role])).toThrow(/^notice\.(wrong-state|role-not-allowed)$/);
    }
  });

  it('shows itself to the applicant from dispatch, to the public from notification', () => {
    expect(NOTICE_STATES.filter(isVisibleToApplicant)).toEqual([
      'DISPATCHED',
      'NOT_RETRIEVED',
      'NOTIFIED',
      'APPEALED',
      'FINAL',
    ]);
    expect(NOTICE_STATES.filter(isPublic)).toEqual(['NOTIFIED', 'APPEALED', 'FINAL']);
  });
});

describe('moving an award', () => {
  it('follows the notice and takes declaration and requests from the applicant', () => {
    expect(transitionFaults(AWARD_TRANSITIONS)).toEqual([]);
    expect(allowedCells(AWARD_TRANSITIONS)).toEqual([
      'COMMITTED declare APPLICANT_SIGNATORY -> COMMITTED',
      'COMMITTED finalise SYSTEM -> FINAL',
      'COMMITTED void SYSTEM -> VOIDED',
      'FINAL declare APPLICANT_SIGNATORY -> FINAL',
      'FINAL requestDisbursement APPLICANT_FINANCE -> FINAL',
      'PENDING commit SYSTEM -> COMMITTED',
      'PENDING void SYSTEM -> VOIDED',
    ]);
  });
});
