import { toHistory, type HistoryRow } from './history-mapper';

function anEvent(overrides: Partial<HistoryRow> = {}): HistoryRow {
  return {
    sequence: 1,
    occurredAt: new Date('2026-03-02T08:00:00Z'),
    actorName: 'Sabine Berger',
    actorOrganisation: 'Ministerium',
    actorRole: 'CASE_WORKER',
    deputyForName: null,
    action: 'application.completeness-confirmed',
    objectType: 'APPLICATION',
    objectId: 'case-1',
    fromState: 'SUBMITTED',
    toState: 'UNDER_REVIEW',
    reason: 'Grund',
    before: null,
    after: null,
    decisionIsDisclosed: false,
    ...overrides,
  };
}

describe('the history for the staff', () => {
  it('tells each changed field with its value before and after', () => {
    const [entry] = toHistory(
      [anEvent({ before: { title: '', late: false }, after: { title: 'Neu', late: false, dueDate: '2026-03-23' } })],
      true,
    );

    expect(entry?.changes).toEqual([
      { field: 'title', before: '', after: 'Neu' },
      { field: 'dueDate', before: null, after: '2026-03-23' },
    ]);
    expect(entry).toMatchObject({
      actorName: 'Sabine Berger',
      reason: 'Grund',
      occurredAt: '2026-03-02T08:00:00.000Z',
    });
  });
});

describe('the history of an act in deputy', () => {
  const represented = {
    actorRole: 'HEAD_OF_UNIT',
    deputyForName: 'Dr. Martina Vogel',
    toState: 'DISPATCHED',
    objectType: 'NOTICE',
  };

  it('names both to the staff and neither to the municipality', () => {
    expect(toHistory([anEvent(represented)], true)).toEqual([
      expect.objectContaining({ actorName: 'Sabine Berger', deputyForName: 'Dr. Martina Vogel' }),
    ]);
    expect(toHistory([anEvent(represented)], false)).toEqual([
      expect.objectContaining({ actorName: 'Ministerium', deputyForName: null }),
    ]);
  });
});

describe('the history for the municipality', () => {
  const seen = (event: Partial<HistoryRow>): boolean => toHistory([anEvent(event)], false).length === 1;

  it('names the authority, not the person, and keeps reasons and details back', () => {
    expect(toHistory([anEvent({ after: { dueDate: '2026-03-23' } })], false)).toEqual([
      expect.objectContaining({ actorName: 'Ministerium', actorRole: 'AUTHORITY', reason: null, changes: [] }),
    ]);
  });

  it('holds its own acts in full, with hidden states under their public name', () => {
    const own = anEvent({
      actorRole: 'APPLICANT_SIGNATORY',
      actorName: 'Thomas Lang',
      fromState: 'BUDGET_CONFIRMED',
      toState: 'WITHDRAWN',
    });

    expect(toHistory([own], false)).toEqual([
      expect.objectContaining({
        actorName: 'Thomas Lang',
        fromState: 'UNDER_REVIEW',
        toState: 'WITHDRAWN',
        reason: 'Grund',
      }),
    ]);
  });

  it.each([
    ['an answered check', { action: 'application.check-answered', fromState: null, toState: null }],
    ['the recommendation', { toState: 'REVIEWED' }],
    ['the budget confirmation', { toState: 'BUDGET_CONFIRMED' }],
    ['a decision before its dispatch', { toState: 'APPROVED' }],
    ['a signature', { objectType: 'NOTICE', toState: 'SIGNED' }],
    ['a payment order', { objectType: 'PAYMENT_ORDER', toState: 'ORDERED' }],
  ])('leaves out %s', (_name, event) => {
    expect(seen(event)).toBe(false);
  });

  it.each([
    ['an information request', { toState: 'INFO_REQUESTED' }],
    ['a decision after its dispatch', { toState: 'REJECTED', decisionIsDisclosed: true }],
    ['the dispatch', { objectType: 'NOTICE', toState: 'DISPATCHED' }],
    ['the payment', { objectType: 'DISBURSEMENT_REQUEST', toState: 'PAID' }],
  ])('tells %s', (_name, event) => {
    expect(seen(event)).toBe(true);
  });

  it('gives the reason for which a request came back', () => {
    expect(toHistory([anEvent({ objectType: 'DISBURSEMENT_REQUEST', toState: 'RETURNED' })], false)[0]?.reason).toBe(
      'Grund',
    );
  });
});
