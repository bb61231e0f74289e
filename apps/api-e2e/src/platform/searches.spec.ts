import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { useApi } from '../use-api';

/** Lists with search, sort or filters, and who may read them. */
const LISTS: readonly (readonly [path: string, as: string])[] = [
  ['/applications', PERSONAS.caseWorker],
  ['/notices', PERSONAS.caseWorker],
  ['/awards', PERSONAS.caseWorker],
  ['/disbursement-requests', PERSONAS.caseWorker],
  ['/payment-orders', PERSONAS.paymentOrderer],
  ['/payment-runs', PERSONAS.paymentOrderer],
  ['/bank-accounts', PERSONAS.caseWorker],
  ['/applicants', PERSONAS.caseWorker],
  ['/audit/events', PERSONAS.auditor],
  ['/accounts', PERSONAS.admin],
];
const INJECTIONS = [
  `' OR '1'='1`,
  `' OR 1=1 --`,
  `'; DROP TABLE applications.application; --`,
  `') UNION SELECT password_hash FROM identity.account --`,
  `' AND pg_sleep(3) IS NULL --`,
  `'||(SELECT pg_sleep(3))||'`,
  `1); SELECT pg_sleep(3); --`,
  `"; SELECT 1; --`,
  `\\'; SELECT 1; --`,
  `$$; SELECT pg_sleep(3); $$`,
  `%' ESCAPE '!`,
  `%`,
  `_`,
  `\\`,
  `%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%`,
  `E'\\x27 OR TRUE --`,
  `/**/OR/**/1=1`,
  `ʼ OR 1=1 --`,
  `(SELECT CASE WHEN (1=1) THEN 1/(SELECT 0) END)`,
  `CAST((SELECT version()) AS int)`,
] as const;
const PARAMETERS = ['search', 'sort', 'state', 'applicantId', 'page', 'pageSize', 'from', 'to', 'action'];
const SLOW_MS = 2_500;

describe('searching with SQL', () => {
  const api = useApi();
  beforeAll(async () => {
    await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const ask = async (path: string, as: string, name: string, value: string): Promise<Answer<{ code?: string }>> => {
    const started = performance.now();
    const answer = await api.client.get<{ code?: string }>(`${path}?${name}=${encodeURIComponent(value)}`, { as });
    expect(performance.now() - started).toBeLessThan(SLOW_MS);
    return answer;
  };

  it.each(LISTS)(
    'finds nothing by it in %s, and breaks nothing',
    async (path, as) => {
      const all = (await api.client.get<{ total: number }>(path, { as })).body.total;
      for (const name of PARAMETERS) {
        const answers = await Promise.all(INJECTIONS.map((value) => ask(path, as, name, value)));
        const statuses = new Set(answers.map(({ status }) => status));
        expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([]);
        for (const { bytes } of answers) expect(bytes.toString()).not.toMatch(/syntax error|pg_|PostgreSQL \d|SELECT /);
      }
      expect((await api.client.get<{ total: number }>(path, { as })).body.total).toBe(all);
    },
    30_000,
  );

  it('takes wildcards for the letters they are', async () => {
    const as = PERSONAS.admin;
    const totals = await Promise.all(
      ['%', '_', '\\', '%a%'].map(async (search) => {
        const { body } = await api.client.get<{ total: number }>(`/accounts?search=${encodeURIComponent(search)}`, {
          as,
        });
        return body.total;
      }),
    );

    expect(totals).toEqual([0, 0, 0, 0]);
  });

  it.each(LISTS)('400: knows no column of %s but those it names', async (path, as) => {
    for (const sort of ['password', 'id; DROP TABLE x', '(SELECT 1)', 'title,(SELECT 1)', '-', '1']) {
      const answer = await api.client.get<{ code: string }>(`${path}?sort=${encodeURIComponent(sort)}`, { as });
      expect([answer.status, answer.body.code]).toEqual([400, 'input.invalid']);
    }
  });
});
