import { HttpClient, startApi, useTestDatabase, type RunningApi, type TestDatabase } from '@wir/shared/testing';

export interface ApiUnderTest {
  readonly client: HttpClient;
  readonly database: TestDatabase;
}

/** One API process on a database of its own with the base data, for the whole spec file; the ledger is reconciled after each test. */
export function useApi(): ApiUnderTest {
  // Taking a case through the main flow needs seconds on a busy machine.
  jest.setTimeout(60_000);
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi | undefined;
  let client: HttpClient | undefined;
  beforeAll(async () => {
    api = await startApi(database);
    client = new HttpClient(api.url);
  }, 60_000);
  afterAll(() => api?.stop());

  return {
    database,
    get client(): HttpClient {
      if (!client) throw new Error('The API runs only inside tests and hooks');
      return client;
    },
  };
}
