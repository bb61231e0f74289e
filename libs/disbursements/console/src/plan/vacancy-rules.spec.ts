import type { InstalmentsDto, TrancheDto } from '@wir/shared/contract';
import { effectOf, postsOf, readFte, type FinancingYear } from './vacancy-rules';

const rest = { requestedCents: 0, orderedCents: 0, paidCents: 0, openCents: 0 };
const tranches: TrancheDto[] = [{ year: 2026, amountCents: 9_000_000, ...rest }];
const years: FinancingYear[] = [
  {
    year: 2026,
    requestedCents: 9_000_000,
    income: [],
    expenses: [
      { component: 'COORDINATOR_POST', label: 'Koordination', fte: 1, months: 12, amountCents: 9_000_000 },
      { component: 'MATERIAL_COST', label: 'Miete', amountCents: 1_000_000 },
    ],
  },
];
const plan: InstalmentsDto = {
  items: [1, 2].map((number) => ({
    id: String(number),
    number,
    year: 2026,
    dueOn: number === 1 ? '2026-03-15' : '2026-09-15',
    amountCents: 4_500_000,
    proposedCents: 4_500_000,
    requestId: null,
    requestNumber: null,
  })),
  proposal: [],
  savings: [],
  vacancies: [],
};

describe('reporting an empty post', () => {
  it('offers the posts of the financing plan only', () => {
    expect(postsOf(years, tranches).map(({ key }) => key)).toEqual(['2026/COORDINATOR_POST']);
  });

  it('shows what it saves and takes it from the last instalment', () => {
    const [post] = postsOf(years, tranches);
    if (!post) throw new Error('The plan has a post');

    // Three of twelve months of 90,000 €, in the 90 % the grant has in the expenses.
    expect(effectOf({ post, fte: 1, months: 3 }, [post], years, tranches, plan)).toEqual({
      savedCents: 2_025_000,
      instalments: [
        { dueOn: '2026-03-15', before: 4_500_000, after: 4_500_000 },
        { dueOn: '2026-09-15', before: 4_500_000, after: 2_475_000 },
      ],
    });
  });

  it('reads shares of a post as they are typed here', () => {
    expect(['1', '0,5', ' 0.75 ', '', 'halb', '1,234'].map(readFte)).toEqual([1, 0.5, 0.75, null, null, null]);
  });
});
