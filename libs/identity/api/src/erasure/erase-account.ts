import { Injectable } from '@nestjs/common';
import { assertActOpen, assertOtherPerson } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { accountNotFound } from '../accounts/account.queries';
import { traceAccount } from '../accounts/locked-account';
import type { ErasureDto } from './erasure.dto';
import { erasurePlan, type ErasureFacts } from './erasure-plan';

const FACTS = 'SELECT identity.erasure_facts($1) AS facts';
const ERASE = 'SELECT identity.erase_account($1) AS version';
const ERASE_TEXTS = "SELECT audit.erase_texts($1::bigint[], $2, 'ACCOUNT', $3, $4)";
const REASON = 'Löschung personenbezogener Daten (Art. 17 DSGVO)';

/** Forgets who held the account, as far as no file needs the name. The chain of the trail stays whole: it holds digests only. */
@Injectable()
export class EraseAccount {
  constructor(private readonly transactions: Transactions) {}

  plan(request: CurrentRequest, id: string): Promise<ErasureDto> {
    return this.transactions.read(request, async (tx) => erasurePlan(await this.facts(tx, id)));
  }

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<ErasureDto>> {
    return this.transactions.command(request, async (tx) => {
      const facts = await this.facts(tx, id);
      assertOtherPerson(tx.actor.personId, facts.personId);
      assertActOpen('erase', facts.state);
      const row = await tx.queryOne<{ version: number }>(ERASE, [id]);
      if (facts.texts.length > 0) await tx.query(ERASE_TEXTS, [facts.texts, REASON, id, tx.requestId]);
      const { erasable, kept } = erasurePlan(facts);
      traceAccount(tx, id, {
        action: 'account.erased',
        objectVersion: row?.version,
        reason,
        after: { erased: erasable, kept: kept.map(({ what, until }) => ({ what, until })) },
      });
      return { erasable, kept };
    });
  }

  private async facts(tx: ReadTx, id: string): Promise<ErasureFacts> {
    const row = await tx.queryOne<{ facts: ErasureFacts | null }>(FACTS, [id]);
    if (!row?.facts) throw accountNotFound();
    return row.facts;
  }
}
