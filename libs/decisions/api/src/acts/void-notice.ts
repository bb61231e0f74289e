import { Injectable } from '@nestjs/common';
import { bookingsOf, LedgerPosting } from '@wir/budget/api';
import { planCommitmentRelease } from '@wir/budget/domain';
import { AWARD_TRANSITIONS, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { fiscalYearOf, move } from '@wir/shared/kernel';
import { AwardRepository } from '../data/award.repository';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import type { VoidNoticeDto } from '../dto/notice-commands.dto';
import type { NoticeDto } from '../dto/notice.dto';
import { traceAward, traceNotice } from '../traces';

/** A signed notice that never left the house: the commitment and the authorisation of its signing year are freed, once. */
@Injectable()
export class VoidNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly awards: AwardRepository,
    private readonly queries: NoticeQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string, { reason }: VoidNoticeDto): Promise<Answer<NoticeDto>> {
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      const { to } = move(NOTICE_TRANSITIONS, notice.state, 'void', tx.actor.roles);
      await this.release(tx, notice, reason, request.idempotencyKey);
      const version = await this.notices.update(tx, notice, { state: to, void_reason: reason });
      traceNotice(tx, notice, { action: 'notice.voided', toState: to, version, reason });
      return this.queries.detail(tx, id);
    });
  }

  private async release(tx: Tx, notice: Notice, reason: string, commandKey: string | null): Promise<void> {
    const { awardId, applicationId, programmeId, signedOn } = notice;
    if (awardId === null || signedOn === null) return;
    const award = await this.awards.lock(tx, awardId);
    const { to } = move(AWARD_TRANSITIONS, award.state, 'void', ['SYSTEM']);
    const transfers = planCommitmentRelease(
      { id: awardId, open: await this.awards.tranches(tx, awardId) },
      fiscalYearOf(signedOn),
    );
    const references = {
      applicationId,
      awardId,
      noticeId: notice.id,
      reason: `Aufhebung von ${notice.noticeNumber}: ${reason}`,
    };
    await this.ledger.post(tx, { programmeId, commandKey, bookings: bookingsOf(transfers, references) });
    const version = await updateVersioned(tx, 'decisions.award', awardId, award.version, { state: to });
    traceAward(tx, award, 'award.voided', to, version);
  }
}
