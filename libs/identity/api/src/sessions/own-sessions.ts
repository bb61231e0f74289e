import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { OwnSessionDto } from './sessions.controller';

interface SessionRow {
  readonly id: string;
  readonly method: string;
  readonly user_agent: string | null;
  readonly address: string | null;
  readonly started_at: Date;
  readonly last_used_at: Date;
  readonly is_current: boolean;
}

const LIST =
  'SELECT id, method, user_agent, address, started_at, last_used_at, is_current FROM identity.own_sessions()';
const END = 'SELECT identity.end_own_session($1) AS ended';
const END_OTHERS = 'SELECT identity.end_other_sessions() AS ended';

@Injectable()
export class OwnSessions {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest): Promise<OwnSessionDto[]> {
    return this.transactions.read(request, async (tx) =>
      (await tx.query<SessionRow>(LIST)).map((row) => ({
        id: row.id,
        method: row.method,
        userAgent: row.user_agent,
        address: row.address,
        startedAt: row.started_at.toISOString(),
        lastUsedAt: row.last_used_at.toISOString(),
        current: row.is_current,
      })),
    );
  }

  /** The present sign-in ends by signing out, which also takes the cookies back. */
  async end(request: CurrentRequest, id: string): Promise<void> {
    await this.transactions.command(request, async (tx) => {
      if (id === tx.actor.familyId) throw new DomainError('conflict', 'auth.session-is-current');
      const row = await tx.queryOne<{ ended: boolean }>(END, [id]);
      if (row?.ended !== true) throw new DomainError('not-found', 'auth.session-not-found');
      const { accountId } = tx.actor;
      tx.audit({ action: 'account.session-ended', objectType: 'ACCOUNT', objectId: accountId });
    });
  }

  async endOthers(request: CurrentRequest): Promise<void> {
    await this.transactions.command(request, async (tx) => {
      const row = await tx.queryOne<{ ended: number }>(END_OTHERS);
      const { accountId } = tx.actor;
      const after = { ended: row?.ended ?? 0 };
      tx.audit({ action: 'account.other-sessions-ended', objectType: 'ACCOUNT', objectId: accountId, after });
    });
  }
}
