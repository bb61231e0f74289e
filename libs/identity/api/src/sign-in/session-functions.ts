import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import type { Client } from './client';

export interface StartedSession {
  readonly accountId: string;
  readonly sessionToken: string;
  readonly refreshToken: string | null;
  readonly familyId: string | null;
  readonly expiresAt: Date;
}

export interface NewSession {
  readonly accountId: string;
  readonly kind: 'browser' | 'program';
  readonly method: 'PASSWORD' | 'PASSKEY' | 'OIDC';
  /** The second factor was shown at this very sign-in. */
  readonly withFactor: boolean;
  readonly client: Client;
}

/** A refresh token that was used before: a copy of it exists, so the whole family has ended. */
export interface Reused {
  readonly reusedBy: string;
}

interface RotationRow {
  readonly account_id: string;
  readonly expires_at: Date;
  readonly reused: boolean;
}

const BEGIN = 'SELECT family_id, expires_at FROM identity.begin_session($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const ROTATE = 'SELECT account_id, expires_at, reused FROM identity.rotate_refresh($1, $2, $3)';
const END = 'SELECT identity.end_session($1)';

/** 256 bits; the database keeps only its hash. */
export function opaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Beginning, renewing and ending of sign-ins. No table is read directly. */
@Injectable()
export class SessionFunctions {
  constructor(
    private readonly gate: Gate,
    private readonly database: Database,
  ) {}

  /** Null when the account may not sign in any more. */
  async start({ accountId, kind, method, withFactor, client }: NewSession): Promise<StartedSession | null> {
    const sessionToken = opaqueToken();
    const refreshToken = kind === 'browser' ? opaqueToken() : null;
    const row = await this.gate.queryOne<{ family_id: string; expires_at: Date }>(BEGIN, [
      accountId,
      sessionToken,
      kind,
      refreshToken,
      method,
      withFactor,
      client.device,
      client.address,
    ]);
    return row && { accountId, sessionToken, refreshToken, familyId: row.family_id, expiresAt: row.expires_at };
  }

  /** Null when the refresh token is unknown or expired. */
  async rotate(refreshToken: string): Promise<StartedSession | Reused | null> {
    const sessionToken = opaqueToken();
    const nextRefresh = opaqueToken();
    const row = await this.byToken<RotationRow>(ROTATE, [refreshToken, sessionToken, nextRefresh]);
    if (!row) return null;
    if (row.reused) return { reusedBy: row.account_id };
    const { account_id: accountId, expires_at: expiresAt } = row;
    return { accountId, sessionToken, refreshToken: nextRefresh, familyId: null, expiresAt };
  }

  async end(sessionToken: string): Promise<void> {
    await this.byToken(END, [sessionToken]);
  }

  /** Whoever has the token needs no other key. */
  private async byToken<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row | null> {
    const { rows } = await this.database.withConnection(({ client }) => client.query<Row>(sql, [...values]));
    return rows[0] ?? null;
  }
}
