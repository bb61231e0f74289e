import { applicationActions, type ActionFacts } from './application-actions';

const facts: ActionFacts = {
  state: 'DRAFT',
  roles: ['APPLICANT_SIGNATORY'],
  personId: 'anna',
  isComplete: true,
  openChecks: 0,
  reviewedBy: 'bert',
  budgetConfirmedBy: 'carl',
};

function actionOf(
  action: string,
  overrides: Partial<ActionFacts>,
): { allowed: boolean; reasonCode: string | null } | undefined {
  return applicationActions({ ...facts, ...overrides }).find((entry) => entry.action === action);
}

describe('the actions of an application', () => {
  it('are hidden from whoever may never do them', () => {
    expect(applicationActions(facts).map(({ action }) => action)).toEqual([
      'returnFromSignature',
      'submit',
      'withdraw',
    ]);
    expect(applicationActions({ ...facts, roles: ['EXTERNAL_AUDITOR'] })).toEqual([]);
  });

  it('are shown as not possible in the wrong state', () => {
    expect(actionOf('withdraw', {})).toMatchObject({ allowed: false, reasonCode: 'application.wrong-state' });
    expect(actionOf('withdraw', { state: 'SUBMITTED' })).toMatchObject({ allowed: true, reasonCode: null });
  });

  it.each([
    ['submit', { isComplete: false }, 'application.not-submittable'],
    ['requestSignature', { roles: ['APPLICANT_EDITOR'], isComplete: false }, 'application.not-submittable'],
    ['recommend', { roles: ['CASE_WORKER'], state: 'UNDER_REVIEW', openChecks: 1 }, 'application.not-recommendable'],
    [
      'confirmBudget',
      { roles: ['BUDGET_OFFICER'], state: 'REVIEWED', reviewedBy: 'anna' },
      'application.budget-confirmer-is-reviewer',
    ],
    [
      'decide',
      { roles: ['HEAD_OF_UNIT'], state: 'BUDGET_CONFIRMED', budgetConfirmedBy: 'anna' },
      'application.decider-took-part',
    ],
  ] as const)('say why %s has to wait', (action, overrides, code) => {
    expect(actionOf(action, overrides)).toMatchObject({ allowed: false, reasonCode: code });
  });

  it('are open when nothing stands against them', () => {
    expect(actionOf('submit', {})).toMatchObject({ allowed: true });
    expect(actionOf('decide', { roles: ['HEAD_OF_UNIT'], state: 'BUDGET_CONFIRMED' })).toMatchObject({ allowed: true });
  });
});
