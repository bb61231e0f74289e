import { createHash } from 'node:crypto';
import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface Sample {
  readonly method: string;
  readonly populationCount: number;
  readonly populationCents: number;
  readonly populationSha256: string;
  readonly sumCents: number;
  readonly items: readonly { rank: number; key: string; orderNumber: string; amountCents: number; valueDate: string }[];
}

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('GET /payment-samples', () => {
  const api = useApi();
  const auditor = { as: PERSONAS.auditor };
  beforeAll(async () => {
    for (const applicant of ['WI', 'KS', 'F', 'DA', 'HU'])
      await driveToState(api.client, 'PAID', {
        applicant,
        years: [2026],
        instalmentCents: applicant.length * 1_000_000,
      });
    await driveToState(api.client, 'EXPORTED', { applicant: 'OF', years: [2026] });
  }, 240_000);
  const ask = (query: string): Promise<Answer<Sample>> => api.client.get<Sample>(`/payment-samples?${query}`, auditor);

  it('can be drawn again without the portal, by its written method', async () => {
    const { body } = await ask('seed=LRH-2026&size=3');

    const { rows } = await api.database.owner.query<{ number: string; cents: string; day: string }>(
      "SELECT order_number AS number, amount_cents AS cents, value_date::text AS day FROM disbursements.payment_order WHERE state = 'PAID'",
    );
    const keys = rows.map(({ number }) => ({ number, key: hex(`LRH-2026|${number}`) }));
    const drawn = keys.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, 3);
    expect(body.items.map(({ orderNumber, key }) => ({ number: orderNumber, key }))).toEqual(drawn);
    const lines = rows.map(({ number, cents, day }) => `${number};${cents};${day}\n`).toSorted();
    expect(body.populationSha256).toBe(hex(lines.join('')));
    expect(body.populationCount).toBe(5);
    expect(body.populationCents).toBe(rows.reduce((sum, { cents }) => sum + Number(cents), 0));
    expect(body.method).toContain('SHA-256');
  });

  it('is the same whoever draws it, and another for another seed', async () => {
    const first = await ask('seed=7&size=2');
    const again = await api.client.get<Sample>('/payment-samples?seed=7&size=2', { as: PERSONAS.headOfUnit });

    expect(again.body).toEqual(first.body);
    const seeds = await Promise.all(['8', '9', '10', '11', '12'].map((seed) => ask(`seed=${seed}&size=2`)));
    expect(seeds.some(({ body }) => body.items[0]?.orderNumber !== first.body.items[0]?.orderNumber)).toBe(true);
  });

  it('is drawn from the period and the amounts asked for', async () => {
    const all = (await ask('seed=a&size=500')).body;
    const least = Math.max(...all.items.map(({ amountCents }) => amountCents));
    const day = all.items[0]?.valueDate ?? '';

    const large = (await ask(`seed=a&size=500&minCents=${least}`)).body;
    expect(large.populationCount).toBe(all.items.filter(({ amountCents }) => amountCents >= least).length);
    expect((await ask(`seed=a&size=500&from=${day}`)).body.items.length).toBeGreaterThan(0);
    expect((await ask('seed=a&size=5&from=2027-01-01')).body).toMatchObject({ populationCount: 0, items: [] });
    expect((await ask('seed=a&size=5&to=2025-12-31')).body).toMatchObject({ populationCount: 0, populationCents: 0 });
  });

  it('comes as a file with seed, population and method above the list', async () => {
    const { body } = await ask('seed=a&size=3');
    const file = await api.client.get('/payment-samples/file?seed=a&size=3', auditor);

    const text = file.bytes.toString('utf8');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(text).toContain('Startwert;a\r\n');
    expect(text).toContain(body.populationSha256);
    for (const { orderNumber, key } of body.items) expect(text).toMatch(new RegExp(`;${orderNumber};|${key}`));
    expect(text.split('\r\n').filter((line) => /^\d+;WIR-/.test(line))).toHaveLength(3);
  });

  it('neutralises a seed that would be a formula', async () => {
    const file = await api.client.get(`/payment-samples/file?seed=${encodeURIComponent('=1+1')}&size=1`, auditor);

    expect(file.bytes.toString('utf8')).toContain(`Startwert;"'=1+1"`);
  });

  it.each([
    'size=5',
    'seed=a',
    'seed=&size=5',
    'seed=a&size=0',
    'seed=a&size=501',
    'seed=a&size=5&from=gestern',
    'seed=a&size=5&minCents=-1',
  ])('refuses %s (400)', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it('refuses a period that ends before it begins (400)', async () => {
    expectProblem(await ask('seed=a&size=5&from=2026-05-01&to=2026-04-01'), 400, 'payment-sample.period-invalid', {
      errors: [{ path: 'to', code: 'payment-sample.period-invalid' }],
    });
  });

  it('is for whoever audits, leads or answers for the budget (401, 403)', async () => {
    for (const path of ['/payment-samples?seed=a&size=1', '/payment-samples/file?seed=a&size=1']) {
      expect((await api.client.get(path)).status).toBe(401);
      for (const as of [PERSONAS.caseWorker, PERSONAS.paymentOrderer, PERSONAS.press, 'antrag@wi.wir.example'])
        expect((await api.client.get(path, { as })).status).toBe(403);
    }
  });
});
