import { aPlanYear } from './an-application';
import type { DecisionOutcome } from './application-state';
import { assertBudgetConfirmer, assertDecider, decisionProblems } from './decision';

const plan = [aPlanYear()];
const proposes = (proposedCents: number) => [{ year: 2026, proposedCents }];

describe('deciding an application', () => {
  it.each<[DecisionOutcome, number, string, string[]]>([
    ['APPROVED', 12_000_000, '', []],
    ['APPROVED', 11_999_999, '', ['application.outcome-needs-full-amount']],
    ['APPROVED', 0, '', ['application.outcome-needs-full-amount']],
    ['PARTLY_APPROVED', 5_000_000, 'Kürzung', []],
    ['PARTLY_APPROVED', 5_000_000, ' ', ['application.reasons-missing']],
    ['PARTLY_APPROVED', 12_000_000, 'x', ['application.outcome-needs-cut']],
    ['PARTLY_APPROVED', 0, 'x', ['application.outcome-needs-cut']],
    ['REJECTED', 12_000_000, 'Keine Mittel', []],
    ['REJECTED', 0, '', ['application.reasons-missing']],
  ])('%s with %d proposed and reasons "%s": %j', (outcome, proposed, reasons, expected) => {
    expect(decisionProblems({ outcome, reasons }, proposes(proposed), plan).map(({ code }) => code)).toEqual(expected);
  });

  it('is done by a third person', () => {
    expect(() => assertDecider('head', 'reviewer', 'budget')).not.toThrow();
    expect(() => assertDecider('reviewer', 'reviewer', 'budget')).toThrow('application.decider-took-part');
    expect(() => assertDecider('budget', 'reviewer', 'budget')).toThrow('application.decider-took-part');
  });

  it('needs a budget confirmed by somebody who did not review', () => {
    expect(() => assertBudgetConfirmer('budget', 'reviewer')).not.toThrow();
    expect(() => assertBudgetConfirmer('reviewer', 'reviewer')).toThrow('application.budget-confirmer-is-reviewer');
  });

  it('counts deputies and those they represent as acting', () => {
    const deputyOf = (represented: string): string[] => ['deputy', represented];

    expect(() => assertBudgetConfirmer(deputyOf('budget'), ['reviewer', null])).not.toThrow();
    expect(() => assertBudgetConfirmer(deputyOf('reviewer'), ['reviewer', null])).toThrow(
      'budget-confirmer-is-reviewer',
    );
    expect(() => assertBudgetConfirmer('budget', ['reviewer', 'budget'])).toThrow('budget-confirmer-is-reviewer');
    expect(() => assertDecider(deputyOf('head'), ['reviewer', null], ['budget', null])).not.toThrow();
    expect(() => assertDecider(deputyOf('head'), ['deputy', null], ['budget', null])).toThrow('decider-took-part');
    expect(() => assertDecider(deputyOf('head'), ['reviewer', null], ['x', 'head'])).toThrow('decider-took-part');
  });
});
