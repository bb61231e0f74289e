import { Injectable } from '@nestjs/common';
import { assertMayArrange, assertNotToOneself, delegationProblems } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { refuseProblems } from '@wir/shared/kernel';
import { accountNotFound } from '../accounts/account.queries';
import { withIsoMoments } from '../accounts/iso-moments';
import { AccountMail } from '../mail/account-mail';
import type { ArrangeDelegationDto, DelegationDto, DelegationListDto } from './delegation.dto';
import { partiesOf, type NamedParty } from './parties';

const ARRANGE = 'SELECT identity.arrange_delegation($1, $2, $3, $4, $5, $6) AS id';
const READ = 'SELECT identity.lock_delegation($1) AS delegation';

interface Parties {
  readonly arranger: NamedParty;
  readonly absent: NamedParty;
  readonly deputy: NamedParty;
}

/** Lends rights for the days of an absence: one delegation per role, each revocable by itself. */
@Injectable()
export class ArrangeDelegation {
  constructor(
    private readonly transactions: Transactions,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, body: ArrangeDelegationDto): Promise<Answer<DelegationListDto>> {
    return this.transactions.command(request, async (tx) => {
      const { arranger, absent, deputy } = await this.parties(tx, body);
      assertMayArrange(arranger, absent);
      assertNotToOneself(arranger, deputy);
      refuseProblems(delegationProblems(absent, deputy, body, tx.today), 'unprocessable', 'delegation.not-possible');

      const items: DelegationDto[] = [];
      for (const role of new Set(body.roles)) items.push(await this.lend(tx, absent, deputy, { ...body, role }));
      await this.mail.notice(tx, 'account.delegation-changed', deputy.accountId);
      if (absent.accountId !== arranger.accountId)
        await this.mail.notice(tx, 'account.delegation-changed', absent.accountId);
      return { items };
    });
  }

  private async parties(tx: Tx, body: ArrangeDelegationDto): Promise<Parties> {
    const { accountId } = tx.actor;
    const found = await partiesOf(tx, [accountId, body.absentAccountId ?? accountId, body.deputyAccountId]);
    const byId = (id: string): NamedParty => {
      const party = found.find((each) => each.accountId === id);
      if (party === undefined) throw accountNotFound();
      return party;
    };
    return {
      arranger: byId(accountId),
      absent: byId(body.absentAccountId ?? accountId),
      deputy: byId(body.deputyAccountId),
    };
  }

  private async lend(
    tx: Tx,
    absent: NamedParty,
    deputy: NamedParty,
    { role, validFrom, validTo, reason }: ArrangeDelegationDto & { readonly role: string },
  ): Promise<DelegationDto> {
    const row = await tx.queryOne<{ id: string }>(ARRANGE, [
      absent.accountId,
      deputy.accountId,
      role,
      validFrom,
      validTo,
      reason,
    ]);
    const id = row?.id ?? '';
    tx.audit({
      action: 'delegation.arranged',
      objectType: 'DELEGATION',
      objectId: id,
      reason,
      after: { absentAccountId: absent.accountId, deputyAccountId: deputy.accountId, role, validFrom, validTo },
    });
    const read = await tx.queryOne<{ delegation: DelegationDto }>(READ, [id]);
    if (read === null) throw new Error('The delegation was not stored');
    return toDelegation(read.delegation);
  }
}

/** Leaves out what only the rules need. */
export function toDelegation(row: DelegationDto & { readonly isOver?: boolean }): DelegationDto {
  const { isOver: _isOver, ...delegation } = withIsoMoments(row);
  return delegation;
}
