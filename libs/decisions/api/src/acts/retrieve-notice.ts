import { Injectable } from '@nestjs/common';
import { assertRetrievable, deadlinesOf, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { LegalParameterQueries } from '../data/legal-parameters.queries';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository } from '../data/notice.repository';
import { deadlineColumns } from '../deadline-columns';
import { dispatchOf } from '../notice-progress';
import type { NoticeDto } from '../dto/notice.dto';
import { traceNotice } from '../traces';

/** Step 14: the municipality retrieves the notice from the portal. The first time counts; it is notified on the next day (§ 41 Abs. 2a HVwVfG). */
@Injectable()
export class RetrieveNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly parameters: LegalParameterQueries,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      move(NOTICE_TRANSITIONS, notice.state, 'retrieve', tx.actor.roles);
      const parameters = await this.parameters.forDeadlines(tx);
      const sent = dispatchOf(notice);
      assertRetrievable(sent, tx.today, parameters);

      const deadlines = deadlinesOf({ ...sent, retrievedOn: tx.today }, parameters);
      const version = await this.notices.update(tx, notice, { retrieved_on: tx.today, ...deadlineColumns(deadlines) });
      traceNotice(tx, notice, {
        action: 'notice.retrieved',
        version,
        after: { retrievedOn: tx.today, deemedNotifiedOn: deadlines.deemedNotifiedOn },
      });
      return this.queries.detail(tx, id);
    });
  }
}
