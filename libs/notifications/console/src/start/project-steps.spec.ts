import type { ApplicationState, AwardDto } from '@wir/shared/contract';
import { projectSteps, stepOf, turnOf } from './project-steps';

const award = (state: AwardDto['state'], paidCents: number): AwardDto => ({
  id: 'w',
  awardNumber: 'WIR-2026-Z-0001',
  applicationId: 'a',
  caseNumber: 'WIR-2026-0001',
  noticeId: 'n',
  applicantId: 'p',
  applicantName: 'Stadt Musterstadt',
  state,
  totalCents: 100,
  tranches: [{ year: 2026, amountCents: 100, requestedCents: 0, orderedCents: 0, paidCents, openCents: 0 }],
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  declarationReceivedOn: null,
  bankAccount: null,
  payoutAccount: null,
  payoutGates: [],
  actions: [],
  version: 1,
});

describe('the way of a project', () => {
  it.each<[ApplicationState, AwardDto | undefined, string]>([
    ['DRAFT', undefined, 'APPLICATION'],
    ['INFO_REQUESTED', undefined, 'REVIEW'],
    ['APPROVED', award('COMMITTED', 0), 'NOTICE'],
    ['APPROVED', award('FINAL', 0), 'PAYOUT'],
    ['PARTLY_APPROVED', award('FINAL', 100), 'PROOF'],
  ])('at %s stands where application and money say', (state, known, step) => {
    expect(stepOf({ state }, known)).toBe(step);
  });

  it('marks what is behind as done and what is ahead as open', () => {
    const states = projectSteps({ state: 'APPROVED' }, award('COMMITTED', 0)).map(({ state }) => state);

    expect(states).toEqual(['done', 'done', 'current', 'open', 'open']);
  });

  it('ends where an application was rejected', () => {
    expect(projectSteps({ state: 'REJECTED' }, undefined)[2]).toEqual({ step: 'NOTICE', state: 'stopped' });
  });

  it('names whose turn it is by the money once the notice is final', () => {
    expect(turnOf({ state: 'APPROVED' }, award('FINAL', 0))).toBe('PAYOUT');
    expect(turnOf({ state: 'SUBMITTED' }, undefined)).toBe('SUBMITTED');
  });
});
