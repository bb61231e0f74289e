import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

describe('GET /budget/export', () => {
  const api = useApi();
  const fetchFile = (query: string, as: string = PERSONAS.budgetOfficer): Promise<Answer<unknown>> =>
    api.client.get(`/budget/export?${query}`, { as });

  it('gives the figures of the screen as CSV, to the cent and safe for spreadsheets', async () => {
    await driveToState(api.client, 'SIGNED', { applicant: 'WI', years: [2026] });
    const { body: budget } = await api.client.get<{ total: { freeCents: number; committedCents: number } }>('/budget', {
      as: PERSONAS.budgetOfficer,
    });

    const file = await fetchFile('format=csv');

    const text = file.bytes.toString('utf8');
    const euro = (amount: number): string => `${String(amount).slice(0, -2)},${String(amount).slice(-2)}`;
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="haushalt-2026-\d\d-\d\d\.csv"/);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const sum = text.split('\r\n').find((line) => line.startsWith('Summe;')) ?? '';
    expect(sum.split(';')).toEqual(
      expect.arrayContaining([euro(budget.total.freeCents), euro(budget.total.committedCents)]),
    );
    expect(text).toContain('Mittelbindung');
  });

  it('gives a workbook with a sheet for years, authorisations and bookings', async () => {
    const file = await fetchFile('format=xlsx&year=2026');

    expect(file.status).toBe(200);
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(file.bytes.length).toBeGreaterThan(3_000);
  });

  it('gives a tagged PDF', async () => {
    const file = await fetchFile('format=pdf');

    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.bytes.toString('latin1')).toContain('/MarkInfo');
  });

  it('refuses a format that is none (400), strangers (401) and municipalities (403)', async () => {
    expectProblem(await fetchFile('format=docx'), 400, 'input.invalid');
    const answers = await Promise.all([
      api.client.get('/budget/export?format=csv'),
      fetchFile('format=csv', 'antrag@wi.wir.example'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403]);
  });
});
