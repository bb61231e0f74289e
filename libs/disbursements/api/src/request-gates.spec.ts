import { cents, DomainError, localDate } from '@wir/shared/kernel';
import { assertGates, gateRefusal, type GateFacts, type GateStage } from './request-gates';

const facts = (overrides: Partial<GateFacts> = {}): GateFacts => ({
  awardState: 'FINAL',
  noticeState: 'FINAL',
  deemedNotifiedOn: localDate('2026-03-02'),
  finalOn: localDate('2026-03-02'),
  appealWaivedOn: localDate('2026-03-02'),
  declarationReceivedOn: localDate('2026-03-03'),
  proposedAccountId: null,
  confirmedAccountId: 'account-1',
  blocks: [],
  hasLegalGround: false,
  year: 2026,
  yearState: 'OPEN',
  amountCents: cents(100),
  trancheOpenCents: cents(100),
  checkedAccountId: 'account-1',
  ...overrides,
});
const refusals = (overrides: Partial<GateFacts>): (string | null)[] =>
  (['create', 'submit', 'check', 'order'] as const).map(
    (stage: GateStage) => gateRefusal(stage, facts(overrides))?.code ?? null,
  );

describe('the gates before money moves', () => {
  it('are open when everything is in place', () => {
    expect(refusals({})).toEqual([null, null, null, null]);
  });

  it.each([
    [
      'the notice is not final',
      { awardState: 'COMMITTED', noticeState: 'NOTIFIED' },
      'disbursement.award-not-final',
      0,
    ],
    [
      'the notice is not even notified',
      { awardState: 'COMMITTED', noticeState: 'DISPATCHED' },
      'disbursement.award-not-final',
      0,
    ],
    ['an appeal was filed', { awardState: 'COMMITTED', noticeState: 'APPEALED' }, 'disbursement.award-not-final', 0],
    ['nothing is granted for the year', { trancheOpenCents: null }, 'disbursement.year-without-tranche', 0],
    ['the tranche is used up', { trancheOpenCents: cents(99) }, 'disbursement.exceeds-tranche', 0],
    ['the year is planned', { yearState: 'PLANNED' }, 'budget.year-not-open', 0],
    ['the year is closed', { yearState: 'CASH_CLOSED' }, 'budget.year-not-open', 0],
    ['the year is provisional and the notice younger', { yearState: 'PROVISIONAL' }, 'budget.year-not-open', 0],
    ['the declaration is missing', { declarationReceivedOn: null }, 'disbursement.declaration-missing', 1],
    ['no bank data are confirmed', { confirmedAccountId: null }, 'disbursement.bank-data-unconfirmed', 2],
    [
      'newer bank data wait for confirmation',
      { proposedAccountId: 'account-2' },
      'disbursement.bank-data-unconfirmed',
      2,
    ],
    [
      'other bank data were confirmed since the check',
      { confirmedAccountId: 'account-2' },
      'disbursement.bank-data-changed',
      3,
    ],
  ] as const)('close when %s', (_why, overrides, code, firstStage) => {
    expect(refusals(overrides)).toEqual([0, 1, 2, 3].map((stage) => (stage < firstStage ? null : code)));
  });

  it('stay open in a provisional year for what was notified before it', () => {
    expect(refusals({ yearState: 'PROVISIONAL', deemedNotifiedOn: localDate('2025-12-31') })).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('name the day from which the notice can be final, and what is left', () => {
    const notFinal = facts({ awardState: 'COMMITTED', noticeState: 'NOTIFIED', finalOn: localDate('2026-04-03') });
    expect(() => assertGates('create', notFinal)).toThrow(
      new DomainError('conflict', 'disbursement.award-not-final', { earliestDate: '2026-04-03' }),
    );
    expect(gateRefusal('create', facts({ trancheOpenCents: cents(99) }))?.details).toEqual({
      year: 2026,
      openCents: 99,
    });
  });
});
