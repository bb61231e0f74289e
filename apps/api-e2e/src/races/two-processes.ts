import { HttpClient, startApi, useTestDatabase, type RunningApi, type TestDatabase } from '@wir/shared/testing';

export interface TwoProcesses {
  readonly database: TestDatabase;
  /** One client per process; signed in separately. */
  readonly clients: readonly [HttpClient, HttpClient];
  /** The client of the process whose turn it is. */
  turn(index: number): HttpClient;
  /** What both processes logged. */
  output(): string;
}

/** Two API processes on one database, as two machines behind a load balancer would be. */
export function useTwoProcesses(): TwoProcesses {
  jest.setTimeout(240_000);
  const running: RunningApi[] = [];
  const clients: HttpClient[] = [];
  // Before the database's own: processes end before their database does.
  afterAll(() => Promise.all(running.map((api) => api.stop())));
  const database = useTestDatabase({ seed: 'base' });
  beforeAll(async () => {
    running.push(...(await Promise.all([startApi(database), startApi(database)])));
    clients.push(...running.map(({ url }) => new HttpClient(url)));
  });

  const clientOf = (index: number): HttpClient => {
    const client = clients[index % 2];
    if (!client) throw new Error('The processes run only inside tests and hooks');
    return client;
  };
  return {
    database,
    get clients(): readonly [HttpClient, HttpClient] {
      return [clientOf(0), clientOf(1)];
    },
    turn: clientOf,
    output: () => running.map((api) => api.output()).join('\n'),
  };
}

/** Deadlocks PostgreSQL had to break in this database since it exists. */
export async function deadlocksIn({ owner }: Pick<TestDatabase, 'owner'>): Promise<number> {
  await owner.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await owner.query<{ deadlocks: string }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(rows[0]?.deadlocks);
}
