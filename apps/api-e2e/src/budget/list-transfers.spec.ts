import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Page {
  readonly items: readonly {
    readonly kind: string;
    readonly signedCents: number;
    readonly fromAccount: string;
    readonly toAccount: string;
    readonly bookedBy: string;
  }[];
  readonly total: number;
  readonly sumCents: number;
}

describe('GET /budget/{year}/transfers', () => {
  const api = useApi();
  let journey: Journey;
  const list = async (path: string): Promise<Page> =>
    (await api.client.get<Page>(`/budget/${path}`, { as: PERSONAS.auditor })).body;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'SIGNED', { applicant: 'FD', years: [2026, 2027] });
    await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'KB', years: [2026], yearCents: 7_000_000 });
  }, 60_000);

  it('sums to every figure of the matrix, year by year and in total (200)', async () => {
    const { body } = await api.client.get<{ years: Record<string, number>[]; total: Record<string, number> }>(
      '/budget',
      { as: PERSONAS.auditor },
    );
    for (const figure of [
      'appropriated',
      'locked',
      'reserved',
      'committed',
      'ordered',
      'paid',
      'returned',
      'lapsed',
      'free',
    ]) {
      for (const year of body.years)
        expect((await list(`${year['year']}/transfers?account=${figure}`)).sumCents).toBe(year[`${figure}Cents`]);
      expect((await list(`total/transfers?account=${figure.toUpperCase()}`)).sumCents).toBe(
        body.total[`${figure}Cents`],
      );
    }
  });

  it('sums to every figure of the authorisations', async () => {
    const { body } = await api.client.get<{ commitmentAuthorisations: Record<string, number>[] }>('/budget', {
      as: PERSONAS.auditor,
    });
    for (const { budgetYear, dueYear, authorisedCents, usedCents, freeCents } of body.commitmentAuthorisations) {
      const sums = await Promise.all(
        ['ve_authorised', 've_used', 've_free'].map(
          async (account) => (await list(`${budgetYear}/transfers?account=${account}&dueYear=${dueYear}`)).sumCents,
        ),
      );
      expect(sums).toEqual([authorisedCents, usedCents, freeCents]);
    }
  });

  it('names case, notice and who booked, and counts all hits when the page is short', async () => {
    const page = await list(
      `2026/transfers?account=reserved&applicationId=${journey.applicationId}&sort=-amountCents&pageSize=1`,
    );

    expect(page).toMatchObject({ total: 2, sumCents: 0 });
    expect(page.items).toHaveLength(1);
    const committed = await list(`2026/transfers?account=committed&awardId=${journey.awardId}`);
    expect(committed.items).toMatchObject([
      {
        kind: 'COMMIT',
        fromAccount: 'reserved',
        toAccount: 'committed',
        amountCents: 12_000_000,
        signedCents: 12_000_000,
        caseNumber: journey.caseNumber,
        applicantName: expect.stringContaining('Fulda'),
        noticeNumber: expect.stringMatching(/^WIR-2026-B-/),
        bookedBy: 'Dr. Martina Vogel',
      },
    ]);
  });

  it('lists all bookings of a year without an account, their sum being the Ansatz', async () => {
    const page = await list('2026/transfers?pageSize=200');

    expect([page.sumCents, page.items.filter(({ signedCents }) => signedCents !== 0).map(({ kind }) => kind)]).toEqual([
      440_000_000,
      ['APPROPRIATE'],
    ]);
  });

  it('finds by words and by kind', async () => {
    expect((await list(`total/transfers?account=reserved&search=${journey.caseNumber}&kind=RESERVE`)).total).toBe(2);
    expect((await list('total/transfers?search=Nirgendwo')).total).toBe(0);
  });

  it('refuses wrong figures, fields and years (400), unknown years (404) and strangers (401, 403)', async () => {
    const as = PERSONAS.budgetOfficer;
    const answers = await Promise.all([
      api.client.get('/budget/2026/transfers?account=pocket', { as }),
      api.client.get('/budget/2026/transfers?awardId=17', { as }),
      api.client.get('/budget/soon/transfers', { as }),
      api.client.get('/budget/2101/transfers', { as }),
      api.client.get('/budget/2026/transfers'),
      api.client.get('/budget/2026/transfers', { as: 'zeichnung@wi.wir.example' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 404, 401, 403]);
  });
});
