import { Injectable } from '@nestjs/common';
import { assertDispatchDay, deadlinesOf, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move, type LocalDate } from '@wir/shared/kernel';
import { LegalParameterQueries } from '../data/legal-parameters.queries';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import { deadlineColumns } from '../deadline-columns';
import type { DispatchNoticeDto } from '../dto/notice-commands.dto';
import type { NoticeDto } from '../dto/notice.dto';
import { announceNotice, traceNotice } from '../traces';

/** Step 13: the notice leaves the house; the legal dates are computed with the parameters in force on that day and kept with their reasoning. */
@Injectable()
export class DispatchNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly parameters: LegalParameterQueries,
  ) {}

  execute(request: CurrentRequest, id: string, { channel, date }: DispatchNoticeDto): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      const { to } = move(NOTICE_TRANSITIONS, notice.state, 'dispatch', tx.actor.roles);
      assertDispatchDay(date, notice.signedOn ?? tx.today, tx.today);
      assertAfterLastDispatch(notice, date);

      const sent = { channel, dispatchedOn: date, retrievedOn: null, isFaulty: notice.isFaulty, court: notice.court };
      const deadlines = deadlinesOf(sent, await this.parameters.forDeadlines(tx));
      const version = await this.notices.update(tx, notice, {
        state: to,
        channel,
        dispatched_on: date,
        retrieved_on: null,
        ...deadlineColumns(deadlines),
      });
      const { deemedNotifiedOn, appealEndsOn, finalOn } = deadlines;
      traceNotice(tx, notice, {
        action: 'notice.dispatched',
        toState: to,
        version,
        after: { channel, dispatchedOn: date, deemedNotifiedOn, appealEndsOn, finalOn },
      });
      announceNotice(tx, notice, 'notice.dispatched', version);
      return this.queries.detail(tx, id);
    });
  }
}

/** After a provision nobody retrieved, only a later one can notify. */
function assertAfterLastDispatch({ dispatchedOn }: Notice, date: LocalDate): void {
  if (dispatchedOn !== null && date <= dispatchedOn)
    throw new DomainError('unprocessable', 'notice.dispatch-not-after-last', { dispatchedOn });
}
