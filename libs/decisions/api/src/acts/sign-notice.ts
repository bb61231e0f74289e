import { Injectable } from '@nestjs/common';
import { bookingsOf, LedgerPosting, reservedYears } from '@wir/budget/api';
import { planSignature } from '@wir/budget/domain';
import { assertSignable, AWARD_TRANSITIONS, NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { withRepresented } from '@wir/identity/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, fiscalYearOf, move } from '@wir/shared/kernel';
import { AwardRepository } from '../data/award.repository';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import type { NoticeDto } from '../dto/notice.dto';
import { SignedDocuments, type SignedDocument } from '../signed-documents';
import { announceNotice, traceAward, traceNotice } from '../traces';

/** Step 12: the final signature. Signed notice and hard commitment of every year come into being in one transaction, or neither does. */
@Injectable()
export class SignNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly awards: AwardRepository,
    private readonly queries: NoticeQueries,
    private readonly ledger: LedgerPosting,
    private readonly documents: SignedDocuments,
  ) {}

  async execute(request: CurrentRequest, id: string, documentSha256: string): Promise<Answer<NoticeDto>> {
    const document = await this.documents.prepare(request, id, documentSha256);
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      const { to } = move(NOTICE_TRANSITIONS, notice.state, 'sign', tx.actor.roles);
      const { personId, accountId } = tx.actor;
      assertSignable(
        { persons: withRepresented(personId, tx.deputyFor), documentSha256 },
        {
          drafters: [notice.draftedByPersonId, notice.draftedForPersonId],
          documentSha256: notice.previewSha256,
        },
      );
      if (document === null || !fits(document, notice, tx))
        throw new DomainError('conflict', 'notice.document-changed');

      await this.commit(tx, notice, request.idempotencyKey);
      const version = await this.notices.update(tx, notice, {
        state: to,
        content: JSON.stringify(document.letter),
        document_sha256: document.sha256,
        signed_by_person_id: personId,
        signed_by_account_id: accountId,
        signed_for_account_id: tx.deputyFor?.accountId ?? null,
        signed_at: tx.now,
      });
      traceNotice(tx, notice, {
        action: 'notice.signed',
        toState: to,
        version,
        after: { previewSha256: documentSha256, documentSha256: document.sha256 },
      });
      announceNotice(tx, notice, 'notice.signed', version);
      return this.queries.detail(tx, id);
    });
  }

  /** reserved → committed in each year; years after this one take the commitment authorisation of this year's budget (§ 38 LHO). */
  private async commit(tx: Tx, notice: Notice, commandKey: string | null): Promise<void> {
    if (notice.awardId === null) return;
    const { applicationId, awardId, programmeId } = notice;
    const award = await this.awards.lock(tx, awardId);
    const { to } = move(AWARD_TRANSITIONS, award.state, 'commit', ['SYSTEM']);
    const tranches = await this.awards.tranches(tx, awardId);
    const transfers = planSignature(
      { id: awardId, tranches },
      await reservedYears(tx, applicationId),
      fiscalYearOf(tx.today),
    );
    const references = { applicationId, awardId, noticeId: notice.id, reason: `Bescheid ${notice.noticeNumber}` };
    await this.ledger.post(tx, { programmeId, commandKey, bookings: bookingsOf(transfers, references) });
    const version = await updateVersioned(tx, 'decisions.award', awardId, award.version, { state: to });
    traceAward(tx, award, 'award.committed', to, version);
  }
}

/** Rendered from this very content, dated today and signed in this capacity: nothing changed, and no midnight passed, in between. */
function fits(document: SignedDocument, notice: Notice, tx: Tx): boolean {
  const isSameCapacity = document.delegationId === (tx.deputyFor?.id ?? null);
  return document.version === notice.version && document.day === tx.today && isSameCapacity;
}
