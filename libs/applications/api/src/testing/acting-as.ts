import { randomUUID } from 'node:crypto';
import { CurrentRequest, Database, readSettings, registerEntities, Transactions } from '@wir/shared/api';
import type { TestDatabase } from '@wir/shared/testing';
import { ApplicationEntity } from '../data/application.entity';

export interface OpenedTransactions {
  readonly transactions: Transactions;
  /** A request of this account, with a session and a key of its own. */
  requestAs(email: string): Promise<CurrentRequest>;
  close(): Promise<void>;
}

const START =
  "SELECT s.session_id FROM identity.account a, identity.start_session(a.id, $2, 'program', $3) s WHERE a.email = $1";

/** The product's own transactions on a test database, without HTTP and without the job queue. */
export async function openTransactions(database: Pick<TestDatabase, 'owner' | 'urls'>): Promise<OpenedTransactions> {
  registerEntities(ApplicationEntity);
  const connections = Database.on(readSettings({ DATABASE_URL: database.urls.app }));
  await connections.open();
  const queue = { insert: () => Promise.resolve(), remember: () => undefined };
  const transactions: Transactions = Reflect.construct(Transactions, [connections, queue]);
  return {
    transactions,
    async requestAs(email) {
      const token = randomUUID();
      const { rowCount } = await database.owner.query(START, [email, token, randomUUID()]);
      if (rowCount !== 1) throw new Error(`No account ${email}`);
      const request = CurrentRequest.forSystem(token, 'spec');
      request.idempotencyKey = randomUUID();
      return request;
    },
    close: () => connections.close(),
  };
}
