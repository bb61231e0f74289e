import { randomUUID } from 'node:crypto';
import { CurrentRequest, Database, readSettings, Transactions } from '@wir/shared/api';
import type { TestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';

/** A new session of a demo account, as after a sign-in; the token is what the policies look up. */
export async function sessionOf(database: Pick<TestDatabase, 'owner'>, email: string): Promise<string> {
  const token = randomUUID();
  const { rowCount } = await database.owner.query(
    "SELECT s.session_id FROM identity.account a, identity.start_session(a.id, $2, 'program', $3) s WHERE a.email = $1",
    [email, token, randomUUID()],
  );
  if (rowCount !== 1) throw new Error(`No account ${email}`);
  return token;
}

/** A connection with the rights of the application, bound to the session, as an intruder with SQL would have it. */
export async function connectAs(database: Pick<TestDatabase, 'owner' | 'app'>, email: string): Promise<PoolClient> {
  const token = await sessionOf(database, email);
  const client = await database.app.connect();
  await client.query('SELECT * FROM identity.open_session($1)', [token]);
  return client;
}

export interface OpenedTransactions {
  readonly transactions: Transactions;
  requestAs(email: string): Promise<CurrentRequest>;
  close(): Promise<void>;
}

/** The product's own transactions on the test database, without HTTP and without the job queue. */
export async function openTransactions(database: Pick<TestDatabase, 'owner' | 'urls'>): Promise<OpenedTransactions> {
  const settings = readSettings({ DATABASE_URL: database.urls.app });
  const connections = Database.on(settings);
  await connections.open();
  const queue = { insert: () => Promise.resolve(), remember: () => undefined };
  const transactions: Transactions = Reflect.construct(Transactions, [connections, queue]);
  return {
    transactions,
    async requestAs(email) {
      const request = CurrentRequest.forSystem(await sessionOf(database, email), 'spec');
      request.idempotencyKey = randomUUID();
      return request;
    },
    close: () => connections.close(),
  };
}
