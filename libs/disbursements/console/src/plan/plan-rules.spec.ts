import type { InstalmentsDto, TrancheDto } from '@wir/shared/contract';
import { draftOf, planFaults, yearSums } from './plan-rules';

const tranche = (paidCents: number): TrancheDto => ({
  year: 2026,
  amountCents: 12_000_000,
  requestedCents: 0,
  orderedCents: 0,
  paidCents,
  openCents: 12_000_000 - paidCents,
});
const tranches: TrancheDto[] = [tranche(0)];
const march = { year: 2026, dueOn: '2026-03-15', amountCents: 6_000_000 };
const september = { year: 2026, dueOn: '2026-09-15', amountCents: 6_000_000 };

describe('planning instalments', () => {
  it('is done when a year is paid to the cent', () => {
    expect(planFaults([march, september], tranches)).toEqual([]);
    expect(yearSums([march, september], tranches)).toEqual([
      { year: 2026, trancheCents: 12_000_000, plannedCents: 12_000_000, differenceCents: 0 },
    ]);
  });

  it.each([
    [[march], 'instalment.sum-differs'],
    [[march, { ...september, dueOn: '2026-03-15' }], 'instalment.not-ascending'],
    [[march, { ...september, dueOn: '2027-01-01' }], 'instalment.day-outside-year'],
  ])('refuses %j by the rule of the server', (draft, code) => {
    expect(planFaults(draft, tranches).map((fault) => fault.code)).toContain(code);
  });

  it('plans of a tranche what is not paid yet', () => {
    expect(planFaults([september], [tranche(6_000_000)])).toEqual([]);
    expect(planFaults([march, september], [tranche(6_000_000)])).not.toEqual([]);
  });

  it('says how much is missing while the second amount is still empty', () => {
    const draft = [march, { ...september, amountCents: null }];

    expect(planFaults(draft, tranches)).toEqual([]);
    expect(yearSums(draft, tranches)[0]?.differenceCents).toBe(6_000_000);
  });

  it('leaves a year alone of which a request was made', () => {
    const items = [
      { ...march, id: '1', number: 1, proposedCents: 0, requestId: 'r', requestNumber: 'R' },
      { ...september, id: '2', number: 2, proposedCents: 0, requestId: null, requestNumber: null },
    ];
    const later = { year: 2027, dueOn: '2027-03-15', amountCents: 1 };
    const plan: InstalmentsDto = { items, proposal: [march, september, later], savings: [], vacancies: [] };

    expect(draftOf(plan, 'proposal')).toEqual([later]);
    expect(draftOf(plan, 'items')).toEqual([]);
  });
});
