import { localDate } from '@wir/shared/kernel';
import {
  assertDispatchDay,
  assertRetrievable,
  assertSignable,
  assertWaivable,
  deadlinesOf,
  isRetrievalExpired,
  maySign,
  noticeKindOf,
  type DispatchedNotice,
} from './notice-rules';

function aNotice(overrides: Partial<DispatchedNotice> = {}): DispatchedNotice {
  return { channel: 'PORTAL', dispatchedOn: localDate('2026-03-02'), retrievedOn: null, ...overrides };
}

describe('signing a notice', () => {
  const notice = { drafters: 'anna', documentSha256: 'abc' };

  it('is done by another person over the previewed document', () => {
    expect(() => assertSignable({ persons: 'bert', documentSha256: 'abc' }, notice)).not.toThrow();
    expect(() => assertSignable({ persons: 'anna', documentSha256: 'abc' }, notice)).toThrow(
      'notice.signer-is-drafter',
    );
    expect(() => assertSignable({ persons: 'bert', documentSha256: 'abd' }, notice)).toThrow('notice.document-changed');
  });

  it.each([
    ['the deputy drafted', 'bert', [null]],
    ['the person represented drafted', 'vera', [null]],
    ['the drafter deputised for the signer', 'carl', ['bert']],
  ])('is refused through a deputy when %s', (_case, drafter, draftedFor) => {
    const notice = { drafters: [drafter, ...draftedFor], documentSha256: 'abc' };

    expect(() => assertSignable({ persons: ['bert', 'vera'], documentSha256: 'abc' }, notice)).toThrow(
      'notice.signer-is-drafter',
    );
    expect(maySign(['bert', 'vera'], notice.drafters)).toBe(false);
    expect(maySign(['dora', 'vera'], ['carl', 'emil'])).toBe(true);
  });

  it('follows the outcome of the decision', () => {
    expect((['APPROVED', 'PARTLY_APPROVED', 'REJECTED'] as const).map(noticeKindOf)).toEqual([
      'GRANT',
      'GRANT',
      'REJECTION',
    ]);
  });
});

describe('dispatching a notice', () => {
  it('is recorded from the day of signature to today', () => {
    const [signed, today] = [localDate('2026-03-02'), localDate('2026-03-04')];

    expect(() => assertDispatchDay(localDate('2026-03-03'), signed, today)).not.toThrow();
    expect(() => assertDispatchDay(localDate('2026-03-05'), signed, today)).toThrow('notice.dispatch-in-future');
    expect(() => assertDispatchDay(localDate('2026-03-01'), signed, today)).toThrow('notice.dispatch-before-signature');
  });
});

describe('retrieving a notice', () => {
  it('counts up to the tenth day', () => {
    expect(() => assertRetrievable(aNotice(), localDate('2026-03-12'))).not.toThrow();
    expect(() => assertRetrievable(aNotice(), localDate('2026-03-13'))).toThrow('notice.retrieval-too-late');
    expect(isRetrievalExpired(aNotice(), localDate('2026-03-12'))).toBe(false);
    expect(isRetrievalExpired(aNotice(), localDate('2026-03-13'))).toBe(true);
  });

  it('counts once, and in the portal only', () => {
    expect(() => assertRetrievable(aNotice({ retrievedOn: localDate('2026-03-03') }), localDate('2026-03-04'))).toThrow(
      'notice.already-retrieved',
    );
    expect(() => assertRetrievable(aNotice({ channel: 'POST' }), localDate('2026-03-04'))).toThrow(
      'notice.not-in-portal',
    );
    expect(isRetrievalExpired(aNotice({ retrievedOn: localDate('2026-03-03') }), localDate('2026-04-01'))).toBe(false);
  });
});

describe('waiving the remedy', () => {
  it('is possible from the day of notification', () => {
    const { deemedNotifiedOn } = deadlinesOf(aNotice({ retrievedOn: localDate('2026-03-02') }));

    expect(deemedNotifiedOn).toBe('2026-03-03');
    expect(() => assertWaivable(deemedNotifiedOn, localDate('2026-03-02'))).toThrow(
      'notice.waiver-before-notification',
    );
    expect(() => assertWaivable(deemedNotifiedOn, localDate('2026-03-03'))).not.toThrow();
    expect(() => assertWaivable(null, localDate('2026-03-03'))).toThrow('notice.waiver-before-notification');
  });

  it('makes the notice final that day', () => {
    const waived = aNotice({
      retrievedOn: localDate('2026-03-02'),
      appealWaivedOn: localDate('2026-03-03'),
      court: 'Verwaltungsgericht Kassel',
    });

    expect(deadlinesOf(waived)).toMatchObject({
      finalOn: '2026-03-03',
      appealEndsOn: '2026-04-07',
      waiverEffective: true,
    });
  });
});
