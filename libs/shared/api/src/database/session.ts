import type { LocalDate } from '@wir/shared/kernel';
import type pg from 'pg';
import { namedQuery } from './named-client';

/** Row of identity.open_session: the live session behind a token. */
export interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string[];
  readonly applicant_id: string | null;
  readonly applicant_name: string | null;
  readonly now: Date;
  readonly today: LocalDate;
  readonly expires_at: Date;
}

const OPEN_SESSION =
  'SELECT session_id, account_id, person_id, name, email, roles, applicant_id, applicant_name, now, today, expires_at FROM identity.open_session($1)';

/** Binds the connection to the session; null when the token is unknown, expired or revoked. */
export async function openSession(client: pg.PoolClient, token: string): Promise<SessionRow | null> {
  const { rows } = await client.query<SessionRow>({ ...namedQuery(OPEN_SESSION, []), values: [token] });
  return rows[0] ?? null;
}
