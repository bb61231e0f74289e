import { Injectable } from '@nestjs/common';
import type { Application } from '@wir/applications/api';
import type { DecisionOutcome } from '@wir/applications/domain';
import type { YearAmount } from '@wir/budget/domain';
import { defaultNoticeTexts, defaultProvisions, noticeKindOf, totalOf } from '@wir/decisions/domain';
import type { Tx } from '@wir/shared/api';
import { AwardRepository } from './data/award.repository';
import { NoticeRepository, type NewNotice } from './data/notice.repository';
import { nextNumbers, type CaseNumbers } from './data/numbers';
import { recipientOn } from './data/recipient.queries';

export interface DraftedNotice {
  readonly awardId: string | null;
  readonly noticeId: string;
}

export interface DecidedCase {
  readonly outcome: DecisionOutcome;
  readonly reasons: string;
  readonly tranches: readonly YearAmount[];
}

const REVIEWER = 'SELECT created_by_account_id AS id FROM applications.recommendation WHERE application_id = $1';

/** Creates what a decision brings: the award with its tranches, unless it is a rejection, and the notice with its first text. */
@Injectable()
export class DraftNotice {
  constructor(
    private readonly awards: AwardRepository,
    private readonly notices: NoticeRepository,
  ) {}

  async execute(tx: Tx, application: Application, decided: DecidedCase): Promise<DraftedNotice> {
    const recipient = await recipientOn(tx, application.applicantId, tx.today);
    const drafter = await this.drafter(tx, application);
    const isGrant = noticeKindOf(decided.outcome) === 'GRANT';
    const numbers = await nextNumbers(tx, application.programmeId, isGrant);
    const awardId = isGrant ? await this.award(tx, application, decided.tranches, numbers) : null;
    const noticeId = await this.notices.insert(tx, {
      ...caseOf(application),
      ...numbers,
      ...recipient,
      ...drafter,
      awardId,
      texts: defaultNoticeTexts({
        kind: noticeKindOf(decided.outcome),
        purpose: application.purpose || application.title,
        reasons: letterReasons(decided),
      }),
      ancillaryProvisions: isGrant ? defaultProvisions(application.periodEnd) : [],
    });
    const { noticeNumber, fileReference } = numbers;
    tx.audit({
      action: 'notice.drafted',
      objectType: 'NOTICE',
      objectId: noticeId,
      objectVersion: 1,
      applicantId: application.applicantId,
      toState: 'DRAFT',
      after: { noticeNumber, fileReference },
    });
    return { awardId, noticeId };
  }

  /** Who recommended drafts first; who cosigns later takes this place. Neither may sign. */
  private async drafter(
    tx: Tx,
    { id, reviewedByPersonId, reviewedForPersonId }: Application,
  ): Promise<Pick<NewNotice, 'draftedByPersonId' | 'draftedForPersonId' | 'draftedByAccountId'>> {
    const row = await tx.queryOne<{ id: string }>(REVIEWER, [id]);
    if (row === null || reviewedByPersonId === null) throw new Error('A decided application has no review');
    return {
      draftedByPersonId: reviewedByPersonId,
      draftedForPersonId: reviewedForPersonId,
      draftedByAccountId: row.id,
    };
  }

  private async award(
    tx: Tx,
    application: Application,
    tranches: readonly YearAmount[],
    { awardNumber }: CaseNumbers,
  ): Promise<string> {
    if (awardNumber === null) throw new Error('A grant needs a number');
    const { periodStart, periodEnd, applicantId } = application;
    const id = await this.awards.insert(tx, { ...caseOf(application), awardNumber, periodStart, periodEnd, tranches });
    const after = { awardNumber, totalCents: totalOf(tranches), tranches };
    tx.audit({
      action: 'award.created',
      objectType: 'AWARD',
      objectId: id,
      objectVersion: 1,
      applicantId,
      toState: 'PENDING',
      after,
    });
    return id;
  }
}

function caseOf({ id, programmeId, applicantId }: Application): {
  applicationId: string;
  programmeId: string;
  applicantId: string;
} {
  return { applicationId: id, programmeId, applicantId };
}

/** Reasons belong into the letter where the act burdens: a cut or a rejection (§ 39 Abs. 1 HVwVfG). Else the standard text stands. */
function letterReasons({ outcome, reasons }: DecidedCase): string {
  return outcome === 'APPROVED' ? '' : reasons;
}
