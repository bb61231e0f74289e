import { Injectable } from '@nestjs/common';
import { assertWaivable, deadlinesOf, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { mayEver, move } from '@wir/shared/kernel';
import { LegalParameterQueries } from '../data/legal-parameters.queries';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import { deadlineColumns } from '../deadline-columns';
import type { NoticeDto } from '../dto/notice.dto';
import { stateOn } from '../notice-actions';
import { dispatchOf, NoticeProgress } from '../notice-progress';

/** Step 15: the entitled signatory waives the appeal (Rechtsbehelfsverzicht); the notice is final on that day. */
@Injectable()
export class WaiveAppeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly parameters: LegalParameterQueries,
    private readonly progress: NoticeProgress,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notifiedToday(tx, await this.notices.lock(tx, id));
      move(NOTICE_TRANSITIONS, notice.state, 'waiveAppeal', tx.actor.roles);
      assertWaivable(notice.deemedNotifiedOn, tx.today);
      const deadlines = deadlinesOf(
        { ...dispatchOf(notice), appealWaivedOn: tx.today },
        await this.parameters.forDeadlines(tx),
      );
      const changes = { appeal_waived_on: tx.today, ...deadlineColumns(deadlines) };
      await this.progress.finalise(tx, notice, { act: 'waiveAppeal', roles: tx.actor.roles }, changes);
      return this.queries.detail(tx, id);
    });
  }

  /** In the first minute of its day the notice is notified already, though the due job has not written it down yet. */
  private async notifiedToday(tx: Tx, notice: Notice): Promise<Notice> {
    if (notice.state !== 'DISPATCHED' || !mayEver(NOTICE_TRANSITIONS, 'waiveAppeal', tx.actor.roles)) return notice;
    assertWaivable(notice.deemedNotifiedOn, tx.today);
    return stateOn(notice, tx.today) === 'NOTIFIED' ? this.progress.notify(tx, notice) : notice;
  }
}
