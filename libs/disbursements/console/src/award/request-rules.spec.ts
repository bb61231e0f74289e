import { draftProblems, isEarly } from './request-rules';

const tranches = [
  {
    year: 2026,
    amountCents: 12_000_000,
    requestedCents: 0,
    orderedCents: 0,
    paidCents: 6_000_000,
    openCents: 6_000_000,
  },
];
const today = '2026-03-02';

describe('asking for money while typing', () => {
  it('accepts the rest of the year', () => {
    const draft = { year: '2026', amountCents: 6_000_000, neededUntil: '2026-03-31' };

    expect(draftProblems(draft, tranches, today)).toEqual([]);
  });

  it('does not scold empty fields', () => {
    expect(draftProblems({ year: '2026', amountCents: null, neededUntil: null }, tranches, today)).toEqual([]);
  });

  it.each([
    [{ year: '2026', amountCents: 6_000_001, neededUntil: null }, 'disbursement.over-tranche'],
    [{ year: '2026', amountCents: 0, neededUntil: null }, 'disbursement.amount-not-positive'],
    [{ year: '2031', amountCents: 1, neededUntil: null }, 'disbursement.year-without-tranche'],
    [{ year: '2026', amountCents: 1, neededUntil: '2026-03-01' }, 'disbursement.needed-until-past'],
  ])('refuses %j by the rule of the server', (draft, code) => {
    expect(draftProblems(draft, tranches, today).map((problem) => problem.code)).toEqual([code]);
  });

  it('warns when the money is wanted more than two months ahead', () => {
    expect([isEarly('2026-05-02', today), isEarly('2026-05-03', today), isEarly(null, today)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
