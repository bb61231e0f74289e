import { Injectable } from '@nestjs/common';
import { NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository } from '../data/notice.repository';
import type { ReturnNoticeDto } from '../dto/notice-commands.dto';
import type { NoticeDto } from '../dto/notice.dto';
import { announceNotice, traceNotice } from '../traces';

/** Back to the desk with a remark; the frozen content and its preview count no more. */
@Injectable()
export class ReturnNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
  ) {}

  execute(request: CurrentRequest, id: string, { remark }: ReturnNoticeDto): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      const { to } = move(NOTICE_TRANSITIONS, notice.state, 'return', tx.actor.roles);
      const version = await this.notices.update(tx, notice, {
        state: to,
        content: null,
        preview_sha256: null,
        cosign_remark: remark,
      });
      traceNotice(tx, notice, { action: 'notice.returned', toState: to, version, reason: remark });
      announceNotice(tx, notice, 'notice.returned', version);
      return this.queries.detail(tx, id);
    });
  }
}
