import { randomUUID } from 'node:crypto';
import { asSuperuser, type TestDatabase } from '@wir/shared/testing';
import { DatabaseError, type PoolClient } from 'pg';

/** What one statement brought: rows, or how it was refused. */
export interface Outcome {
  readonly rows: readonly Record<string, unknown>[];
  readonly count: number;
  /** SQLSTATE, null when it went through. */
  readonly code: string | null;
  readonly message: string;
}

/** Somebody who can make the API run any SQL: the account of the API, and the session of one person. */
export interface Intruder {
  attempt(sql: string, values?: readonly unknown[]): Promise<Outcome>;
  readonly client: PoolClient;
}

/** Nothing that is tried stays: each attempt is taken back, and so is everything together. */
export async function intrude<T>(
  database: Pick<TestDatabase, 'owner' | 'app'>,
  email: string | null,
  work: (intruder: Intruder) => Promise<T>,
): Promise<T> {
  const token = email === null ? null : await sessionOf(database, email);
  const client = await database.app.connect();
  try {
    if (token !== null) await client.query("SELECT set_config('wir.session', $1, false)", [token]);
    await client.query('BEGIN');
    return await work({ client, attempt: (sql, values = []) => attempt(client, sql, values) });
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
  }
}

export async function sessionOf(database: Pick<TestDatabase, 'owner'>, email: string): Promise<string> {
  const token = randomUUID();
  const { rowCount } = await database.owner.query(
    "SELECT s.session_id FROM identity.account a, identity.start_session(a.id, $2, 'program', $3) s WHERE a.email = $1",
    [email, token, randomUUID()],
  );
  if (rowCount !== 1) throw new Error(`No account ${email}`);
  return token;
}

async function attempt(client: PoolClient, sql: string, values: readonly unknown[]): Promise<Outcome> {
  await client.query('SAVEPOINT attempt');
  try {
    const result = await client.query<Record<string, unknown>>(sql, [...values]);
    return { rows: result.rows ?? [], count: result.rowCount ?? 0, code: null, message: '' };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const text = [error.message, error.detail, error.hint, error.where].filter(Boolean).join(' | ');
    return { rows: [], count: 0, code: error.code ?? 'unknown', message: text };
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt');
  }
}

/** The truth, past every policy. */
export function truth<T extends object>(
  database: TestDatabase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  return asSuperuser(database.name, async (client) => (await client.query<T>(sql, [...values])).rows);
}

/** Two outcomes tell the same when ids and texts of what was asked for are the only difference. */
export function tells({ rows, count, code, message }: Outcome, ...asked: readonly string[]): string {
  let text = JSON.stringify({ rows, count, code, message });
  for (const value of asked) text = text.replaceAll(value, '…');
  return text;
}
