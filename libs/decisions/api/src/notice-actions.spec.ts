import { localDate } from '@wir/shared/kernel';
import { noticeActions, type NoticeActionFacts } from './notice-actions';

const today = localDate('2026-03-02');
const tomorrow = localDate('2026-03-03');

function facts(overrides: Partial<NoticeActionFacts>): NoticeActionFacts {
  return {
    state: 'DRAFT',
    roles: ['CASE_WORKER'],
    personId: 'anna',
    drafters: 'anna',
    isComplete: true,
    channel: null,
    retrievedOn: null,
    deemedNotifiedOn: null,
    today,
    ...overrides,
  };
}

function reasonOf(action: string, overrides: Partial<NoticeActionFacts>): string | null | undefined {
  return noticeActions(facts(overrides)).find((act) => act.action === action)?.reasonCode;
}

describe('the actions offered on a notice', () => {
  it('are those of the role only', () => {
    expect(noticeActions(facts({})).map(({ action }) => action)).toEqual(['edit', 'cosign', 'dispatch']);
    expect(noticeActions(facts({ roles: ['EXTERNAL_AUDITOR'] }))).toEqual([]);
  });

  it('keep the drafter from signing and everybody from cosigning what is incomplete', () => {
    const inCosign = { state: 'IN_COSIGN', roles: ['HEAD_OF_UNIT'] } as const;

    expect(reasonOf('sign', { ...inCosign, personId: 'bert' })).toBeNull();
    expect(reasonOf('sign', inCosign)).toBe('notice.signer-is-drafter');
    expect(reasonOf('cosign', { isComplete: false })).toBe('notice.incomplete');
  });

  it('offer the retrieval once and in the portal only', () => {
    const dispatched = { state: 'DISPATCHED', roles: ['APPLICANT_EDITOR'] } as const;

    expect(reasonOf('retrieve', { ...dispatched, channel: 'PORTAL' })).toBeNull();
    expect(reasonOf('retrieve', { ...dispatched, channel: 'PORTAL', retrievedOn: today })).toBe(
      'notice.already-retrieved',
    );
    expect(reasonOf('retrieve', { ...dispatched, channel: 'POST' })).toBe('notice.not-in-portal');
  });

  it('offer the waiver from the day of notification, written down or not', () => {
    const retrieved = {
      state: 'DISPATCHED',
      roles: ['APPLICANT_SIGNATORY'],
      channel: 'PORTAL',
      retrievedOn: today,
    } as const;

    expect(reasonOf('waiveAppeal', { ...retrieved, deemedNotifiedOn: tomorrow })).toBe(
      'notice.waiver-before-notification',
    );
    expect(reasonOf('waiveAppeal', { ...retrieved, deemedNotifiedOn: tomorrow, today: tomorrow })).toBeNull();
    expect(reasonOf('waiveAppeal', { ...retrieved, state: 'NOTIFIED', deemedNotifiedOn: today })).toBeNull();
  });
});
