import {
  driveToState,
  HttpClient,
  PERSONAS,
  startApi,
  createTestDatabase,
  type RunningApi,
  type TestDatabase,
} from '@wir/shared/testing';

jest.setTimeout(30_000);

/** Without the usual reconciliation after each test: here the ledger is broken on purpose. */
describe('GET /budget/reconciliation', () => {
  let database: TestDatabase;
  let api: RunningApi;
  let client: HttpClient;

  beforeAll(async () => {
    database = await createTestDatabase({ seed: 'base' });
    api = await startApi(database);
    client = new HttpClient(api.url);
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('finds nothing when everything agrees (200)', async () => {
    await driveToState(client, 'SIGNED', { applicant: 'WI', years: [2026] });

    const answer = await client.get('/budget/reconciliation', { as: PERSONAS.budgetOfficer });

    expect(answer).toMatchObject({
      status: 200,
      body: { ok: true, findings: [], checkedAt: expect.stringMatching(/^2026-03-02T08:/) },
    });
  });

  it('refuses who may not reconcile (401, 403)', async () => {
    expect((await client.get('/budget/reconciliation')).status).toBe(401);
    expect((await client.get('/budget/reconciliation', { as: PERSONAS.caseWorker })).status).toBe(403);
  });

  it('names the account that a hand has touched, and the night leaves a trace of it', async () => {
    await database.owner.query(
      "UPDATE budget.account SET balance_cents = balance_cents + 1 WHERE kind = 'free' AND budget_year = 2030",
    );

    const answer = await client.get('/budget/reconciliation', { as: PERSONAS.auditor });
    await client.put('/demo/clock', { now: '2026-03-04T08:00:00+01:00' }, { as: PERSONAS.admin });
    const events = await client.get<{ items: { action: string; objectId: string }[] }>(
      '/audit/events?objectType=LEDGER',
      { as: PERSONAS.auditor },
    );

    expect(answer).toMatchObject({ status: 200, body: { ok: false } });
    expect(answer.body).toHaveProperty('findings', [
      { check: 'account-balance', row: 'free 2030', expectedCents: 440_000_000, actualCents: 440_000_001 },
      { check: 'ledger-sums-to-zero', row: 'all accounts', expectedCents: 0, actualCents: 1 },
    ]);
    expect(events.body.items.map(({ action, objectId }) => `${action} ${objectId}`).toSorted()).toEqual([
      'budget.does-not-reconcile 2026-03-03',
      'budget.does-not-reconcile 2026-03-04',
    ]);
  });
});
