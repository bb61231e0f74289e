import { Injectable } from '@nestjs/common';
import { assertMayRevoke } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { AccountMail } from '../mail/account-mail';
import { toDelegation } from './arrange-delegation';
import type { DelegationDto } from './delegation.dto';
import { partiesOf } from './parties';

const LOCK = 'SELECT identity.lock_delegation($1) AS delegation';
const REVOKE = 'SELECT identity.revoke_delegation($1, $2) AS delegation';

interface LockedDelegation extends DelegationDto {
  readonly isOver: boolean;
}

/** Ends a delegation at once, also for a deputy who is working at this moment. */
@Injectable()
export class RevokeDelegation {
  constructor(
    private readonly transactions: Transactions,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<DelegationDto>> {
    return this.transactions.command(request, async (tx) => {
      const delegation = await this.lock(tx, id);
      const found = await partiesOf(tx, [tx.actor.accountId, delegation.absentAccountId]);
      const revoker = found.find(({ accountId }) => accountId === tx.actor.accountId);
      const absent = found.find(({ accountId }) => accountId === delegation.absentAccountId);
      if (!revoker || !absent) throw notFound();
      assertMayRevoke(revoker, absent, delegation.deputyAccountId);
      if (delegation.isOver) throw new DomainError('conflict', 'delegation.over-already');

      const row = await tx.queryOne<{ delegation: DelegationDto }>(REVOKE, [id, reason]);
      if (row === null) throw notFound();
      const { absentAccountId, deputyAccountId, role, validTo } = delegation;
      tx.audit({
        action: 'delegation.revoked',
        objectType: 'DELEGATION',
        objectId: id,
        reason,
        before: { absentAccountId, deputyAccountId, role, validTo },
      });
      for (const accountId of [absentAccountId, deputyAccountId])
        if (accountId !== tx.actor.accountId) await this.mail.notice(tx, 'account.delegation-changed', accountId);
      return toDelegation(row.delegation);
    });
  }

  private async lock(tx: Tx, id: string): Promise<LockedDelegation> {
    const row = await tx.queryOne<{ delegation: LockedDelegation | null }>(LOCK, [id]);
    if (!row?.delegation) throw notFound();
    return row.delegation;
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'delegation.not-found');
}
