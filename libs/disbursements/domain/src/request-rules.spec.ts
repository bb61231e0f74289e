import { cents, localDate } from '@wir/shared/kernel';
import {
  assertBankConfirmer,
  assertBankDataUnchanged,
  assertCorrect,
  assertOrderer,
  isWithinNeedWindow,
  mayConfirmBankData,
  mayOrder,
  requestProblems,
} from './request-rules';
import { trancheFigures } from './tranche-figures';

const today = localDate('2026-03-02');
const tranches = [{ year: 2026, openCents: cents(6_000_000) }];

function codes(request: { year?: number; amountCents?: number; neededUntil?: string }): string[] {
  const { year = 2026, amountCents = 6_000_000, neededUntil = '2026-04-30' } = request;
  return requestProblems({ year, amountCents, neededUntil: localDate(neededUntil) }, tranches, today).map(
    ({ path, code }) => `${path} ${code}`,
  );
}

describe('requesting money', () => {
  it('is possible up to the last open cent of the tranche', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ amountCents: 6_000_001 })).toEqual(['amountCents disbursement.over-tranche']);
  });

  it.each([0, -1, 0.5])('is refused for an amount of %d', (amountCents) => {
    expect(codes({ amountCents })).toEqual(['amountCents disbursement.amount-not-positive']);
  });

  it('is refused for a year without tranche and for a need that is over', () => {
    expect(codes({ year: 2027 })).toEqual(['year disbursement.year-without-tranche']);
    expect(codes({ neededUntil: '2026-03-01' })).toEqual(['neededUntil disbursement.needed-until-past']);
  });

  it('tells the checker whether the need lies within the window', () => {
    expect(isWithinNeedWindow(localDate('2026-05-02'), today, 2)).toBe(true);
    expect(isWithinNeedWindow(localDate('2026-05-03'), today, 2)).toBe(false);
  });
});

describe('the open part of a tranche', () => {
  it('is what is neither requested, ordered nor paid', () => {
    const amount = (state: Parameters<typeof trancheFigures>[1][number]['state'], value: number) => ({
      state,
      amountCents: cents(value),
    });
    const requests = [
      amount('DRAFT', 1),
      amount('SUBMITTED', 10),
      amount('CHECKED', 20),
      amount('ORDERED', 100),
      amount('EXPORTED', 200),
      amount('PAID', 1000),
      amount('FAILED', 7),
      amount('RETURNED', 7),
      amount('CANCELLED', 7),
    ];

    expect(trancheFigures(cents(5000), requests)).toEqual({
      amountCents: 5000,
      requestedCents: 30,
      orderedCents: 300,
      paidCents: 1000,
      openCents: 3670,
    });
  });
});

describe('four eyes on a payment', () => {
  it('keeps checker and editors of the bank data from ordering', () => {
    expect(() => assertOrderer('orderer', 'checker', ['proposer', 'confirmer'])).not.toThrow();
    for (const person of ['checker', 'proposer', 'confirmer']) {
      expect(() => assertOrderer(person, 'checker', ['proposer', 'confirmer'])).toThrow(
        'disbursement.orderer-took-part',
      );
      expect(mayOrder(person, 'checker', ['proposer', 'confirmer'])).toBe(false);
    }
  });

  it('keeps who entered bank data from confirming them', () => {
    expect(() => assertBankConfirmer('anna', 'anna')).toThrow('bank-account.confirmer-is-proposer');
    expect(() => assertBankConfirmer('bert', 'anna')).not.toThrow();
  });

  it('counts deputies and those they represent as acting', () => {
    expect(() => assertOrderer(['deputy', 'orderer'], ['checker', null], ['proposer'])).not.toThrow();
    for (const [checker, represented] of [
      ['deputy', null],
      ['orderer', null],
      ['x', 'orderer'],
    ] as const)
      expect(() => assertOrderer(['deputy', 'orderer'], [checker, represented], [])).toThrow(
        'disbursement.orderer-took-part',
      );
    expect(() => assertBankConfirmer(['bert', 'vera'], ['anna', 'vera'])).toThrow('confirmer-is-proposer');
    expect(mayConfirmBankData(['bert', 'vera'], ['anna', null])).toBe(true);
  });

  it('asks for a new check when the bank data changed', () => {
    expect(() => assertBankDataUnchanged('v1', 'v1')).not.toThrow();
    expect(() => assertBankDataUnchanged('v1', 'v2')).toThrow('disbursement.bank-data-changed');
    expect(() => assertBankDataUnchanged(null, null)).toThrow('disbursement.bank-data-changed');
  });

  it('signs both checks or none', () => {
    expect(() => assertCorrect({ factual: true, arithmetical: true })).not.toThrow();
    expect(() => assertCorrect({ factual: true, arithmetical: false })).toThrow('disbursement.not-correct');
  });
});
