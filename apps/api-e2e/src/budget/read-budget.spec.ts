import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

type Figures = Readonly<Record<string, number>>;

interface Budget {
  readonly asOf: string;
  readonly years: readonly (Figures & { readonly state: string })[];
  readonly total: Figures;
  readonly commitmentAuthorisations: readonly {
    budgetYear: number;
    dueYear: number;
    authorisedCents: number;
    usedCents: number;
    freeCents: number;
  }[];
}

const PARTS = [
  'lockedCents',
  'reservedCents',
  'committedCents',
  'orderedCents',
  'paidCents',
  'returnedCents',
  'lapsedCents',
  'freeCents',
];

describe('GET /budget', () => {
  const api = useApi();
  const read = async (query = ''): Promise<Budget> =>
    (await api.client.get<Budget>(`/budget${query}`, { as: PERSONAS.budgetOfficer })).body;

  it('shows five years whose parts sum to the Ansatz, and the authorisations (200)', async () => {
    const budget = await read();

    expect(budget.years.map(({ year, state, appropriatedCents }) => [year, state, appropriatedCents])).toEqual([
      [2026, 'OPEN', 440_000_000],
      [2027, 'PLANNED', 440_000_000],
      [2028, 'PLANNED', 440_000_000],
      [2029, 'PLANNED', 440_000_000],
      [2030, 'PLANNED', 440_000_000],
    ]);
    expect(budget.total['appropriatedCents']).toBe(2_200_000_000);
    expect(budget.commitmentAuthorisations.filter(({ budgetYear }) => budgetYear === 2026)).toHaveLength(4);
  });

  it('gives the same as it was booked then for a moment in the past', async () => {
    const before = await read();
    const journey = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'WI' });
    const reserved = await read();
    await api.client.put('/demo/clock', { now: '2026-03-04T08:00:00+01:00' }, { as: PERSONAS.admin });
    await api.client.post(
      `/applications/${journey.applicationId}/decision`,
      { outcome: 'REJECTED', reasons: 'Probe.' },
      { as: PERSONAS.headOfUnit },
    );
    const after = await read();

    const at = (moment: string): Promise<Budget> => read(`?asOf=${encodeURIComponent(moment)}`);
    expect(await at(before.asOf)).toEqual(before);
    expect(await at(reserved.asOf)).toEqual(reserved);
    expect(await at('2026-03-03T12:00:00+01:00')).toEqual({ ...reserved, asOf: '2026-03-03T11:00:00.000Z' });
    expect(await at(after.asOf)).toEqual(after);
    expect(reserved.years.map(({ reservedCents }) => reservedCents)).toEqual([
      12_000_000, 12_000_000, 12_000_000, 12_000_000, 12_000_000,
    ]);
    for (const figures of [...reserved.years, reserved.total, ...after.years]) {
      expect(PARTS.reduce((sum, part) => sum + (figures[part] ?? 0), 0)).toBe(figures['appropriatedCents']);
    }
  });

  it('is empty for a moment before the first booking', async () => {
    const early = await read('?asOf=2001-01-01T00:00:00Z');

    expect(early.total).toMatchObject({ appropriatedCents: 0, freeCents: 0 });
  });

  it('refuses what is no moment (400), and whoever has no business with money (401, 403)', async () => {
    const answers = await Promise.all([
      api.client.get('/budget?asOf=yesterday', { as: PERSONAS.budgetOfficer }),
      api.client.get('/budget?year=2026', { as: PERSONAS.budgetOfficer }),
      api.client.get('/budget'),
      api.client.get('/budget', { as: 'antrag@wi.wir.example' }),
      api.client.get('/budget', { as: PERSONAS.admin }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 401, 403, 403]);
  });
});
