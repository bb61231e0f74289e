import type { LocalDate } from '@wir/shared/kernel';
import type pg from 'pg';
import { namedQuery } from './named-client';

/** A right somebody else lends for the days of his absence. */
export interface Delegation {
  readonly id: string;
  readonly role: string;
  /** Who is represented. */
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly until: string;
}

/** Row of identity.open_session: the live session behind a token. */
export interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  /** Own and lent ones. */
  readonly roles: string[];
  readonly applicant_id: string | null;
  readonly applicant_name: string | null;
  readonly now: Date;
  readonly today: LocalDate;
  readonly expires_at: Date;
  readonly family_id: string;
  readonly own_roles: string[];
  readonly delegations: Delegation[];
  readonly has_factor: boolean;
  /** When the second factor was last shown in this sign-in. */
  readonly factor_at: Date | null;
  readonly idle_ends_at: Date | null;
}

const OPEN_SESSION =
  'SELECT session_id, account_id, person_id, name, email, roles, applicant_id, applicant_name, now, today, expires_at, family_id, own_roles, delegations, has_factor, factor_at, idle_ends_at FROM identity.open_session($1)';

/** Binds the connection to the session; null when the token is unknown, expired or revoked. */
export async function openSession(client: pg.PoolClient, token: string): Promise<SessionRow | null> {
  const { rows } = await client.query<SessionRow>({ ...namedQuery(OPEN_SESSION, []), values: [token] });
  return rows[0] ?? null;
}
