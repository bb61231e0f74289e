import { applicantEditor, HttpClient, PERSONAS, startApi, useTestDatabase, type RunningApi } from '@wir/shared/testing';

/** ASVS 6.3.3: as in production, where the authority works with a second factor only. */
describe('where a second factor is demanded', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  let client: HttpClient;
  beforeAll(async () => {
    api = await startApi(database, { settings: { WIR_SECOND_FACTOR: 'demanded' } });
    client = new HttpClient(api.url);
  }, 60_000);
  afterAll(() => api.stop());

  it.each(['/applications', '/budget', '/tasks', '/payment-runs', '/audit/events', '/retention'])(
    'an account of the authority without one does not reach %s',
    async (path) => {
      expect(await client.get(path, { as: PERSONAS.headOfUnit })).toMatchObject({
        status: 403,
        body: { code: 'auth.second-factor-missing' },
      });
    },
  );

  it('it writes nothing either', async () => {
    const body = { applicationIds: ['11111111-2222-4333-8444-555555555555'], reference: 'x' };

    expect(await client.post('/retention/offers', body, { as: PERSONAS.headOfUnit })).toMatchObject({
      status: 403,
      body: { code: 'auth.second-factor-missing' },
    });
  });

  it('it may learn that it has to enrol, and begin', async () => {
    expect(await client.get('/me', { as: PERSONAS.headOfUnit })).toMatchObject({
      status: 200,
      body: { mustEnrol: true, hasFactor: false },
    });
    expect((await client.get('/me/factors', { as: PERSONAS.headOfUnit })).status).toBe(200);
  });

  it('a municipality is offered one and goes on without', async () => {
    expect((await client.get('/applications', { as: applicantEditor('WI') })).status).toBe(200);
  });
});
