import { Injectable } from '@nestjs/common';
import { isRetentionOver, RETENTION_TRANSITIONS } from '@wir/records/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { RetentionQueries } from '../data/retention.queries';
import type { OfferCasesDto, RetentionListDto } from '../retention.dto';

const OFFER = `UPDATE records.retention SET state = $2, offered_on = $3, offer_reference = $4, offered_by_account_id = $5, version = version + 1
  WHERE application_id = $1`;

/** Offers cases whose retention is over to the Landesarchiv: all of the list, or none. */
@Injectable()
export class OfferCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly retention: RetentionQueries,
  ) {}

  execute(request: CurrentRequest, { applicationIds, reference }: OfferCasesDto): Promise<Answer<RetentionListDto>> {
    return this.transactions.command(request, async (tx) => {
      for (const row of await this.retention.lock(tx, applicationIds)) {
        const { to } = move(RETENTION_TRANSITIONS, row.state, 'offer', tx.actor.roles);
        if (row.retain_until === null || !isRetentionOver(row.retain_until, tx.today))
          throw new DomainError('conflict', 'retention.not-over');
        await tx.execute(OFFER, [row.application_id, to, tx.today, reference, tx.actor.accountId]);
        tx.audit({
          action: 'retention.offered',
          objectType: 'RETENTION',
          objectId: row.application_id,
          objectVersion: row.version + 1,
          applicantId: row.applicant_id,
          fromState: row.state,
          toState: to,
          after: { reference },
        });
      }
      return { items: await this.retention.byIds(tx, applicationIds) };
    });
  }
}
