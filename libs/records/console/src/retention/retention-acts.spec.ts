import type { Retention } from '../data/retention-client';
import { isOwnDecision, nextAct } from './retention-acts';

function retention(change: Partial<Retention>): Retention {
  return {
    applicationId: 'case-1',
    caseNumber: 'WIR-2015-0001',
    applicantName: 'Odenwaldkreis',
    closedOn: '2015-06-30',
    retainUntil: '2025-12-31',
    state: 'DUE',
    offeredOn: null,
    decision: null,
    reference: null,
    decidedOn: null,
    decidedByPersonId: null,
    ...change,
  };
}

describe('what comes next for a closed case', () => {
  it('is nothing while it is open or kept', () => {
    expect([nextAct(retention({ state: 'OPEN' })), nextAct(retention({ state: 'RETENTION' }))]).toEqual([null, null]);
  });

  it('is the offer to the archive, then its decision, then the deletion', () => {
    expect(nextAct(retention({ state: 'DUE' }))).toBe('offer');
    expect(nextAct(retention({ state: 'ARCHIVE_OFFERED' }))).toBe('decide');
    expect(nextAct(retention({ state: 'ARCHIVE_OFFERED', decision: 'DELETE' }))).toBe('delete');
    expect(nextAct(retention({ state: 'ARCHIVED', decision: 'ARCHIVE' }))).toBe('delete');
  });

  it('is nothing once it is deleted', () => {
    expect(nextAct(retention({ state: 'DELETED', decision: 'DELETE' }))).toBeNull();
  });

  it('is left to another person by whoever recorded the decision', () => {
    const decided = retention({ state: 'ARCHIVED', decision: 'ARCHIVE', decidedByPersonId: 'person-1' });
    expect(isOwnDecision(decided, 'person-1')).toBe(true);
    expect(isOwnDecision(decided, 'person-2')).toBe(false);
    expect(isOwnDecision(retention({}), undefined)).toBe(false);
  });
});
