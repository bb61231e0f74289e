import { Injectable, Optional } from '@nestjs/common';
import type pg from 'pg';
import { Answer } from '../answers/answer';
import { failPoint } from '../fail-points/fail-point';
import { JobQueue } from '../jobs/job-queue';
import { HttpProblem, unauthenticated } from '../problem/http-problem';
import { isConnectionLoss, isOverload, isRetryable } from '../problem/sql-problems';
import type { CurrentRequest } from '../request/current-request';
import { Settings } from '../settings/settings';
import { hasPermission } from '../rights/permissions';
import { demandFactor } from '../rights/second-factor';
import { claimCommand, closingStatement, refuseForeignKey, storedAnswer } from './commands';
import { Database, type Connection } from './database';
import { namedQuery } from './named-client';
import { readNoted } from './read-log';
import { withRetries } from './retry';
import { sentTogether, settledTogether } from './sent-together';
import { openSession, type SessionRow } from './session';
import { ReadTx, Tx } from './tx';

/** The only door to the database: no statement runs without the session of a person (or of the system). */
@Injectable()
export class Transactions {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    @Optional() private readonly settings?: Settings,
  ) {}

  /** One session statement, then the reads of `work`, each in its own snapshot. */
  read<T>(request: CurrentRequest, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    const token = tokenOf(request);
    const attempt = (): Promise<T> =>
      this.database.withConnection(async (connection) => {
        const session = this.admitted(request, await openSession(connection.client, token));
        const tx = new ReadTx(connection, session, request.requestId, request.permission);
        return readNoted(connection.client, request, session, () => work(tx));
      });
    // A connection that died while it lay in the pool is noticed by its next user.
    return withRetries(attempt, (error) => isConnectionLoss(error) && !isOverload(error));
  }

  /** One transaction with claimed key, audit trail, jobs and stored answer; repeated as a whole when PostgreSQL asks for it. */
  command<T>(request: CurrentRequest, work: (tx: Tx) => Promise<T>): Promise<Answer<T>> {
    const token = tokenOf(request);
    // With a key, a lost connection is no risk: either the stored answer is found or nothing had been committed.
    const isWorthIt = (error: unknown): boolean =>
      isRetryable(error) || (request.idempotencyKey !== null && isConnectionLoss(error) && !isOverload(error));
    return withRetries(
      () => this.database.withConnection((connection) => this.attempt(connection, request, token, work)),
      isWorthIt,
    );
  }

  /**
   * First half of a command whose effect lies partly outside the database: committed under a key derived from the client's,
   * so that a repetition finds it done. The second half is a `command` under the key itself and gives the answer.
   */
  prepare<T>(request: CurrentRequest, step: string, work: (tx: Tx) => Promise<T>): Promise<Answer<T>> {
    return this.command(request.forStep(step), async (tx) => {
      await refuseForeignKey(tx, request);
      return work(tx);
    });
  }

  private async attempt<T>(
    connection: Connection,
    request: CurrentRequest,
    token: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<Answer<T>> {
    const { client } = connection;
    markTransaction(connection, true);
    try {
      const [session, claim] = await begin(client, request, token);
      const tx = new Tx(connection, this.admitted(request, session), request.requestId, request.permission);
      const repeated = storedAnswer<T>(claim);
      const answer = repeated ?? Answer.fresh(request.status, await work(tx));
      if (repeated) await client.query('ROLLBACK');
      else await this.finish(client, request, tx, answer);
      return answer;
    } catch (error) {
      await rollback(client);
      throw error;
    } finally {
      markTransaction(connection, false);
    }
  }

  private async finish(client: pg.PoolClient, request: CurrentRequest, tx: Tx, answer: Answer<unknown>): Promise<void> {
    const closing = closingStatement(request, tx, answer);
    failPoint('command.before-commit', request.path);
    // When one of them fails, PostgreSQL turns the COMMIT into a ROLLBACK.
    const [, , committed] = await sentTogether<[unknown, unknown, pg.QueryResult]>(client, () => [
      this.queue.insert(client, tx.jobs),
      closing ? client.query({ ...namedQuery(closing.text, []), values: closing.values }) : Promise.resolve(),
      client.query('COMMIT'),
    ]);
    if (committed.command !== 'COMMIT')
      throw new Error('The transaction had already failed when it was to be committed');
    failPoint('command.after-commit', request.path);
    this.queue.remember(tx.jobs);
  }

  /** The live session decides, not what the token said when it was issued: a withdrawn role is gone at once. */
  private admitted(request: CurrentRequest, session: SessionRow | null): SessionRow {
    if (session === null || (request.accountId !== null && request.accountId !== session.account_id))
      throw unauthenticated();
    if (request.permission !== null && !hasPermission(session.roles, request.permission))
      throw new HttpProblem(403, 'auth.forbidden');
    demandFactor(this.settings?.secondFactor ?? 'offered', request, session);
    request.sessionOpened = true;
    return session;
  }
}

/** BEGIN, session and claim travel together; none needs the answer of the one before. */
async function begin(
  client: pg.PoolClient,
  request: CurrentRequest,
  token: string,
): Promise<[SessionRow | null, Awaited<ReturnType<typeof claimCommand>>]> {
  const [begun, session, claim] = await settledTogether(
    client,
    () => [client.query('BEGIN'), openSession(client, token), claimCommand(client, request)] as const,
  );
  if (begun.status === 'rejected') throw begun.reason;
  if (session.status === 'rejected') throw session.reason;
  if (session.value === null) return [null, null];
  if (claim.status === 'rejected') throw claim.reason;
  return [session.value, claim.value];
}

function tokenOf(request: CurrentRequest): string {
  if (request.sessionToken === null) throw unauthenticated();
  return request.sessionToken;
}

/** TypeORM's manager would open a transaction of its own around `save`; this tells it that one is open. */
function markTransaction({ runner }: Connection, active: boolean): void {
  Object.assign(runner, { isTransactionActive: active });
}

/** A connection that cannot even roll back must not serve another request. */
async function rollback(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    if ('end' in client && typeof client.end === 'function') void Promise.resolve(client.end()).catch(() => undefined);
  }
}
