import { cents, fiscalYear, localDate } from '@wir/shared/kernel';
import { DomainError } from '@wir/shared/kernel';
import { assertPayable, PAYOUT_GATE_CODES, payoutGates, type PayoutFacts } from './payout-gates';

function facts(overrides: Partial<PayoutFacts> = {}): PayoutFacts {
  return {
    notice: {
      state: 'FINAL',
      deemedNotifiedOn: localDate('2026-03-03'),
      finalOn: localDate('2026-03-03'),
      appealWaivedOn: localDate('2026-03-03'),
    },
    declarationReceivedOn: localDate('2026-03-04'),
    bankAccountState: 'CONFIRMED',
    blocks: [],
    hasLegalGround: false,
    year: fiscalYear(2026),
    yearState: 'OPEN',
    openCents: cents(12_000_000),
    amountCents: cents(6_000_000),
    ...overrides,
  };
}

const dispatched = {
  state: 'DISPATCHED',
  deemedNotifiedOn: localDate('2026-03-06'),
  finalOn: localDate('2026-04-08'),
  appealWaivedOn: null,
} as const;

function refusal(overrides: Partial<PayoutFacts>): DomainError | null {
  try {
    assertPayable(facts(overrides));
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('the gates before a payout', () => {
  it('stand in the order of the law and are all met in the end', () => {
    const gates = payoutGates(facts());

    expect(gates.map(({ code }) => code)).toEqual(PAYOUT_GATE_CODES);
    expect(gates.every(({ met, text }) => met && text.endsWith('.'))).toBe(true);
    expect(refusal({})).toBeNull();
  });

  it.each<[string, Partial<PayoutFacts>, string, string | undefined]>([
    ['before notification', { notice: dispatched }, 'award.not-notified', '2026-03-06'],
    ['before finality', { notice: { ...dispatched, state: 'NOTIFIED' } }, 'award.not-final', '2026-04-08'],
    ['while an action is pending', { notice: { ...dispatched, state: 'APPEALED' } }, 'award.not-final', undefined],
    ['without declaration', { declarationReceivedOn: null }, 'award.declaration-missing', undefined],
    ['with unconfirmed bank data', { bankAccountState: 'PROPOSED' }, 'award.bank-data-unconfirmed', undefined],
    ['without bank data', { bankAccountState: null }, 'award.bank-data-unconfirmed', undefined],
    ['against a block', { blocks: [{ reasonCode: 'MANUAL', endsOn: null }] }, 'award.payout-blocked', undefined],
    [
      'against two blocks, until the later ends',
      {
        blocks: [
          { reasonCode: 'MANUAL', endsOn: localDate('2026-04-30') },
          { reasonCode: 'PROOF_OVERDUE', endsOn: localDate('2026-05-31') },
        ],
      },
      'award.payout-blocked',
      '2026-06-01',
    ],
    [
      'against two blocks, one without end',
      {
        blocks: [
          { reasonCode: 'MANUAL', endsOn: localDate('2026-04-30') },
          { reasonCode: 'APPEAL', endsOn: null },
        ],
      },
      'award.payout-blocked',
      undefined,
    ],
    ['of a new award in a provisional year', { yearState: 'PROVISIONAL' }, 'award.year-not-open', undefined],
    ['in a planned year', { year: fiscalYear(2027), yearState: 'PLANNED' }, 'award.year-not-open', '2027-01-01'],
    ['after cash closing', { yearState: 'CASH_CLOSED' }, 'award.year-not-open', undefined],
    ['one cent over the tranche', { amountCents: cents(12_000_001) }, 'award.tranche-exceeded', undefined],
    ['with nothing open', { openCents: cents(0), amountCents: undefined }, 'award.tranche-exceeded', undefined],
  ])('refuse %s', (_when, overrides, code, earliestDate) => {
    const error = refusal(overrides);

    expect(error).toMatchObject({ kind: 'conflict', code });
    expect(error?.details['earliestDate']).toBe(earliestDate);
  });

  it('name the first one that is closed', () => {
    expect(refusal({ notice: dispatched, bankAccountState: null, amountCents: cents(99_000_000) })?.code).toBe(
      'award.not-notified',
    );
  });

  it('open a provisional year to older duties only', () => {
    const year = { year: fiscalYear(2027), yearState: 'PROVISIONAL' } as const;

    expect(refusal(year)).toBeNull();
    expect(refusal({ ...year, notice: { ...facts().notice, deemedNotifiedOn: localDate('2027-01-01') } })?.code).toBe(
      'award.year-not-open',
    );
  });
});
