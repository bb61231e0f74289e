import { Injectable } from '@nestjs/common';
import type { NoticeKind, NoticeState } from '@wir/decisions/domain';
import type { NoticeTexts, ProvisionFacts } from '@wir/documents/domain';
import { updateVersioned, type ReadTx, type Tx } from '@wir/shared/api';
import { DomainError, type LocalDate, type NoticeChannel, type ReasoningLine } from '@wir/shared/kernel';
import type { NoticeLetter } from '../notice-letter';

/** Row of a notice (Bescheid). */
export interface Notice {
  readonly id: string;
  readonly programmeId: string;
  readonly applicationId: string;
  readonly awardId: string | null;
  readonly applicantId: string;
  readonly noticeNumber: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly court: string;
  readonly texts: NoticeTexts;
  readonly ancillaryProvisions: readonly ProvisionFacts[];
  /** Frozen when cosigned; what the signature is given to. */
  readonly content: NoticeLetter | null;
  readonly previewSha256: string | null;
  readonly documentSha256: string | null;
  readonly draftedByPersonId: string;
  /** Who was represented by the drafter. */
  readonly draftedForPersonId: string | null;
  readonly signedAt: Date | null;
  readonly signedOn: LocalDate | null;
  readonly channel: NoticeChannel | null;
  readonly dispatchedOn: LocalDate | null;
  readonly retrievedOn: LocalDate | null;
  readonly appealWaivedOn: LocalDate | null;
  readonly isFaulty: boolean;
  readonly deemedNotifiedOn: LocalDate | null;
  readonly appealEndsOn: LocalDate | null;
  readonly finalOn: LocalDate | null;
  readonly reasoning: readonly ReasoningLine[];
  readonly version: number;
}

const COLUMNS = `n.id, n.programme_id AS "programmeId", n.application_id AS "applicationId", n.award_id AS "awardId", n.applicant_id AS "applicantId",
  n.notice_number AS "noticeNumber", n.kind, n.state, n.court, n.texts, n.ancillary_provisions AS "ancillaryProvisions", n.content,
  n.preview_sha256 AS "previewSha256", n.document_sha256 AS "documentSha256", n.drafted_by_person_id AS "draftedByPersonId",
  n.drafted_for_person_id AS "draftedForPersonId",
  n.signed_at AS "signedAt", (n.signed_at AT TIME ZONE 'Europe/Berlin')::date AS "signedOn", n.channel, n.dispatched_on AS "dispatchedOn",
  n.retrieved_on AS "retrievedOn", n.appeal_waived_on AS "appealWaivedOn", n.is_faulty AS "isFaulty", n.deemed_notified_on AS "deemedNotifiedOn",
  n.appeal_ends_on AS "appealEndsOn", n.final_on AS "finalOn", n.reasoning, n.version`;

const LOCK_CASE =
  'SELECT a.id FROM applications.application a WHERE a.id = (SELECT n.application_id FROM decisions.notice n WHERE n.id = $1) FOR UPDATE';
const FIND = `SELECT ${COLUMNS} FROM decisions.notice n WHERE n.id = $1`;
const LOCK = `${FIND} FOR UPDATE`;

export interface NewNotice {
  readonly programmeId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly awardId: string | null;
  readonly noticeNumber: string;
  readonly fileReference: string;
  readonly addressee: object;
  readonly court: string;
  readonly texts: NoticeTexts;
  readonly ancillaryProvisions: readonly ProvisionFacts[];
  readonly draftedByPersonId: string;
  readonly draftedForPersonId: string | null;
  readonly draftedByAccountId: string;
}

const INSERT = `
INSERT INTO decisions.notice (programme_id, application_id, applicant_id, award_id, kind, notice_number, file_reference, addressee, court, texts,
  ancillary_provisions, drafted_by_person_id, drafted_by_account_id, drafted_for_person_id)
VALUES ($1, $2, $3, $4, CASE WHEN $4::uuid IS NULL THEN 'REJECTION' ELSE 'GRANT' END, $5, $6, $7::jsonb, $8, $9::jsonb, $10::jsonb, $11, $12, $13) RETURNING id`;

export type NoticeChanges = Readonly<Record<string, unknown>>;

@Injectable()
export class NoticeRepository {
  /** First the case, then the notice; sent together, locked in this order. What belongs to somebody else does not exist. */
  async lock(tx: Tx, id: string): Promise<Notice> {
    const [, [notice]] = await Promise.all([tx.query(LOCK_CASE, [id]), tx.query<Notice>(LOCK, [id])]);
    if (notice === undefined) throw noticeNotFound();
    return notice;
  }

  async find(tx: ReadTx, id: string): Promise<Notice> {
    const notice = await tx.queryOne<Notice>(FIND, [id]);
    if (notice === null) throw noticeNotFound();
    return notice;
  }

  async insert(tx: Tx, notice: NewNotice): Promise<string> {
    const row = await tx.queryOne<{ id: string }>(INSERT, [
      notice.programmeId,
      notice.applicationId,
      notice.applicantId,
      notice.awardId,
      notice.noticeNumber,
      notice.fileReference,
      JSON.stringify(notice.addressee),
      notice.court,
      JSON.stringify(notice.texts),
      JSON.stringify(notice.ancillaryProvisions),
      notice.draftedByPersonId,
      notice.draftedByAccountId,
      notice.draftedForPersonId,
    ]);
    if (row === null) throw new Error('The notice was not stored');
    return row.id;
  }

  /** Writes columns by name; returns the notice's new version. */
  update(tx: Tx, { id, version }: Pick<Notice, 'id' | 'version'>, changes: NoticeChanges): Promise<number> {
    return updateVersioned(tx, 'decisions.notice', id, version, changes);
  }
}

export function noticeNotFound(): DomainError {
  return new DomainError('not-found', 'notice.not-found');
}
