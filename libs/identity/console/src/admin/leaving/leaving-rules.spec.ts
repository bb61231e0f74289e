import type { Leaving } from '../data/account-types';
import { needsSuccessor } from './leaving-rules';

const NOTHING: Leaving = { cases: [], openTasks: 0, delegations: [], candidates: [] };

describe('whoever leaves', () => {
  it('needs nobody to follow when there is nothing to go on with', () => {
    expect(needsSuccessor(NOTHING)).toBe(false);
  });

  it('needs somebody who goes on with cases or open tasks', () => {
    const one = { id: 'case-1', caseNumber: 'WIR-2026-0001', applicantName: 'Fulda', state: 'UNDER_REVIEW' };

    expect(needsSuccessor({ ...NOTHING, cases: [one] })).toBe(true);
    expect(needsSuccessor({ ...NOTHING, openTasks: 2 })).toBe(true);
  });
});
