import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isRetrievalExpired } from '@wir/decisions/domain';
import { DueJobs, type Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { LegalParameterQueries } from '../data/legal-parameters.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import { dispatchOf, NoticeProgress } from '../notice-progress';

const BECOMING_NOTIFIED =
  "SELECT id FROM decisions.notice WHERE state = 'DISPATCHED' AND deemed_notified_on <= $1 ORDER BY id";
const NOT_RETRIEVED =
  "SELECT id FROM decisions.notice WHERE state = 'DISPATCHED' AND channel = 'PORTAL' AND retrieved_on IS NULL AND dispatched_on < $1 ORDER BY id";
const BECOMING_FINAL = "SELECT id FROM decisions.notice WHERE state = 'NOTIFIED' AND final_on <= $1 ORDER BY id";

/** What a day brings to dispatched notices; each is looked at again under its lock, so a second run finds nothing to do. */
@Injectable()
export class DueNotices implements OnModuleInit {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly notices: NoticeRepository,
    private readonly parameters: LegalParameterQueries,
    private readonly progress: NoticeProgress,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('decisions.notification', 10, (tx, today) => this.notify(tx, today));
    this.dueJobs.register('decisions.retrieval-expiry', 15, (tx, today) => this.expireRetrieval(tx, today));
    this.dueJobs.register('decisions.finality', 20, (tx, today) => this.finalise(tx, today));
  }

  async notify(tx: Tx, today: LocalDate): Promise<void> {
    for (const notice of await this.locked(tx, BECOMING_NOTIFIED, today)) {
      if (notice.state === 'DISPATCHED' && notice.deemedNotifiedOn !== null && notice.deemedNotifiedOn <= today)
        await this.progress.notify(tx, notice);
    }
  }

  async expireRetrieval(tx: Tx, today: LocalDate): Promise<void> {
    const parameters = await this.parameters.forDeadlines(tx);
    for (const notice of await this.locked(tx, NOT_RETRIEVED, today)) {
      if (notice.state === 'DISPATCHED' && isRetrievalExpired(dispatchOf(notice), today, parameters))
        await this.progress.expireRetrieval(tx, notice);
    }
  }

  async finalise(tx: Tx, today: LocalDate): Promise<void> {
    for (const notice of await this.locked(tx, BECOMING_FINAL, today)) {
      if (notice.state === 'NOTIFIED' && notice.finalOn !== null && notice.finalOn <= today)
        await this.progress.finalise(tx, notice, { act: 'finalise', roles: ['SYSTEM'] });
    }
  }

  private async locked(tx: Tx, sql: string, today: LocalDate): Promise<Notice[]> {
    const found = await tx.query<{ id: string }>(sql, [today]);
    const notices: Notice[] = [];
    for (const { id } of found) notices.push(await this.notices.lock(tx, id));
    return notices;
  }
}
