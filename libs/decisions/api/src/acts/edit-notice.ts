import { Injectable } from '@nestjs/common';
import { NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { assertVersion, Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository } from '../data/notice.repository';
import type { UpdateNoticeDto } from '../dto/notice-commands.dto';
import type { NoticeDto } from '../dto/notice.dto';
import { traceNotice } from '../traces';

/** Text blocks and ancillary provisions of a draft; amounts, dates and the court come from the data. */
@Injectable()
export class EditNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
  ) {}

  execute(request: CurrentRequest, id: string, changes: UpdateNoticeDto): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      assertVersion(request, notice.version);
      move(NOTICE_TRANSITIONS, notice.state, 'edit', tx.actor.roles);
      const before = { ...notice.texts, ancillaryProvisions: notice.ancillaryProvisions };
      const texts = { ...notice.texts, ...defined(changes.texts ?? {}) };
      const ancillaryProvisions = changes.ancillaryProvisions ?? notice.ancillaryProvisions;

      const version = await this.notices.update(tx, notice, {
        texts: JSON.stringify(texts),
        ancillary_provisions: JSON.stringify(ancillaryProvisions),
      });
      traceNotice(tx, notice, { action: 'notice.edited', version, before, after: { ...texts, ancillaryProvisions } });
      return this.queries.detail(tx, id);
    });
  }
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}
