import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, SystemSession } from '@wir/shared/api';

export interface LoginRow {
  readonly account_id: string;
  readonly password_hash: string | null;
  readonly locked_until: Date | null;
  readonly active: boolean;
}

export interface StartedSession {
  readonly accountId: string;
  readonly sessionToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: Date;
}

interface RotationRow {
  readonly account_id: string;
  readonly expires_at: Date;
  readonly reused: boolean;
}

/** 256 bits; the database keeps only its hash. */
function opaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The functions of schema identity that work before anybody is signed in. They read no table directly. */
@Injectable()
export class SessionFunctions {
  constructor(
    private readonly database: Database,
    private readonly system: SystemSession,
  ) {}

  async findLogin(email: string): Promise<LoginRow | null> {
    const rows = await this.call<LoginRow>(
      'SELECT account_id, password_hash, locked_until, active FROM identity.find_login($1)',
      [email],
    );
    return rows[0] ?? null;
  }

  async noteFailure(email: string): Promise<void> {
    await this.call('SELECT identity.note_login_failure($1)', [email]);
  }

  async noteSuccess(accountId: string): Promise<void> {
    await this.call('SELECT identity.note_login_success($1)', [accountId]);
  }

  async start(accountId: string, kind: 'browser' | 'program'): Promise<StartedSession | null> {
    const sessionToken = opaqueToken();
    const refreshToken = kind === 'browser' ? opaqueToken() : null;
    const rows = await this.call<{ expires_at: Date }>(
      "SELECT expires_at FROM identity.begin_session($1, $2, $3, $4, $5, 'PASSWORD', false, NULL, NULL)",
      [this.system.token(), accountId, sessionToken, kind, refreshToken],
    );
    return rows[0] ? { accountId, sessionToken, refreshToken, expiresAt: rows[0].expires_at } : null;
  }

  /** Null when the refresh token is unknown, expired, or was used before: then the whole family has ended. */
  async rotate(refreshToken: string): Promise<StartedSession | null> {
    const sessionToken = opaqueToken();
    const nextRefresh = opaqueToken();
    const [row] = await this.call<RotationRow>(
      'SELECT account_id, expires_at, reused FROM identity.rotate_refresh($1, $2, $3)',
      [refreshToken, sessionToken, nextRefresh],
    );
    if (!row || row.reused) return null;
    return { accountId: row.account_id, sessionToken, refreshToken: nextRefresh, expiresAt: row.expires_at };
  }

  async end(sessionToken: string): Promise<void> {
    await this.call('SELECT identity.end_session($1)', [sessionToken]);
  }

  private call<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.withConnection(async ({ client }) => (await client.query<Row>(sql, values)).rows);
  }
}
