import {
  HttpClient,
  startApi,
  useTestDatabase,
  type RunningApi,
  type TestDatabase,
  type TestDatabaseOptions,
} from '@wir/shared/testing';

export interface ApiUnderTest {
  readonly client: HttpClient;
  readonly database: TestDatabase;
  /** What the process has logged so far. */
  output(): string;
}

/** One API process on a database of its own with the base data, for the whole spec file; the ledger is reconciled after each test. */
export function useApi(options: TestDatabaseOptions = { seed: 'base' }): ApiUnderTest {
  // Taking a case through the main flow needs seconds on a busy machine.
  jest.setTimeout(60_000);
  const database = useTestDatabase(options);
  let api: RunningApi | undefined;
  let client: HttpClient | undefined;
  beforeAll(async () => {
    api = await startApi(database);
    client = new HttpClient(api.url);
  }, 60_000);
  afterAll(() => api?.stop());

  return {
    database,
    output: () => api?.output() ?? '',
    get client(): HttpClient {
      if (!client) throw new Error('The API runs only inside tests and hooks');
      return client;
    },
  };
}
