import { Injectable } from '@nestjs/common';
import {
  isVisibleToApplicant,
  noticeWarnings,
  type AncillaryProvision,
  type NoticeContent,
  type NoticeKind,
  type NoticeState,
  type NoticeTexts,
} from '@wir/decisions/domain';
import { likePattern, orderBy, windowOf, type ReadTx } from '@wir/shared/api';
import { cents, fiscalYear, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';
import type { NoticeDto, NoticeListItemDto, NoticePageDto, NoticeQueryDto } from '../dto/notice.dto';
import { noticeActions } from '../notice-actions';
import { noticeNotFound } from './notice.repository';

interface ListRow extends Omit<NoticeListItemDto, 'updatedAt'> {
  readonly updatedAt: Date;
  readonly total: number;
  readonly sum: number;
}

interface DetailRow {
  readonly id: string;
  readonly noticeNumber: string;
  readonly fileReference: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly awardId: string | null;
  readonly applicantId: string;
  readonly addressee: { readonly officialName: string; readonly addresseeBody: string };
  readonly court: string;
  readonly texts: NoticeTexts;
  readonly ancillaryProvisions: readonly AncillaryProvision[];
  readonly years: readonly { readonly year: number; readonly amountCents: number }[];
  readonly totalCents: number;
  readonly decidedCents: number;
  readonly requestedCents: number;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly submittedOn: LocalDate | null;
  readonly previewSha256: string | null;
  readonly documentSha256: string | null;
  readonly drafters: readonly (string | null)[];
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
  readonly signedFor: string | null;
  readonly channel: NoticeChannel | null;
  readonly dispatchedOn: LocalDate | null;
  readonly retrievedOn: LocalDate | null;
  readonly appealWaivedOn: LocalDate | null;
  readonly deemedNotifiedOn: LocalDate | null;
  readonly appealEndsOn: LocalDate | null;
  readonly finalOn: LocalDate | null;
  readonly cosignRemark: string | null;
  readonly voidReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

const DETAIL = `
SELECT n.id, n.notice_number AS "noticeNumber", n.file_reference AS "fileReference", n.kind, n.state, n.application_id AS "applicationId",
  a.case_number AS "caseNumber", n.award_id AS "awardId", n.applicant_id AS "applicantId", n.addressee, n.court, n.texts,
  n.ancillary_provisions AS "ancillaryProvisions",
  coalesce((SELECT jsonb_agg(jsonb_build_object('year', t.year, 'amountCents', t.amount_cents) ORDER BY t.year) FROM decisions.tranche t WHERE t.award_id = n.award_id), '[]') AS years,
  coalesce(w.total_cents, 0) AS "totalCents", coalesce(a.approved_cents, 0) AS "decidedCents", a.requested_cents AS "requestedCents",
  coalesce(w.period_start, a.period_start) AS "periodStart", coalesce(w.period_end, a.period_end) AS "periodEnd",
  (a.submitted_at AT TIME ZONE 'Europe/Berlin')::date AS "submittedOn", n.preview_sha256 AS "previewSha256", n.document_sha256 AS "documentSha256",
  ARRAY[n.drafted_by_person_id, n.drafted_for_person_id] AS drafters, n.signed_at AS "signedAt",
  identity.name_of(n.signed_by_account_id) AS "signedBy", identity.name_of(n.signed_for_account_id) AS "signedFor", n.channel,
  n.dispatched_on AS "dispatchedOn", n.retrieved_on AS "retrievedOn", n.appeal_waived_on AS "appealWaivedOn", n.deemed_notified_on AS "deemedNotifiedOn",
  n.appeal_ends_on AS "appealEndsOn", n.final_on AS "finalOn", n.cosign_remark AS "cosignRemark", n.void_reason AS "voidReason",
  n.created_at AS "createdAt", n.updated_at AS "updatedAt", n.version
FROM decisions.notice n JOIN applications.application a ON a.id = n.application_id LEFT JOIN decisions.award w ON w.id = n.award_id
WHERE n.id = $1`;

const SORT = {
  updatedAt: 'h."updatedAt"',
  noticeNumber: 'h."noticeNumber"',
  caseNumber: 'h."caseNumber"',
  applicantName: 'h."applicantName"',
  state: 'h.state',
  totalCents: 'h."totalCents"',
  deemedNotifiedOn: 'h."deemedNotifiedOn"',
  finalOn: 'h."finalOn"',
};

/** $1 states, $2 kinds, $3 applicants, $4 search, $5 limit, $6 offset. */
const list = (order: string): string => `
WITH hits AS (
  SELECT n.id, n.notice_number AS "noticeNumber", n.kind, n.state, n.application_id AS "applicationId", a.case_number AS "caseNumber",
    n.applicant_id AS "applicantId", n.addressee->>'officialName' AS "applicantName", coalesce(w.total_cents, 0) AS "totalCents",
    n.dispatched_on AS "dispatchedOn", n.deemed_notified_on AS "deemedNotifiedOn", n.final_on AS "finalOn", n.updated_at AS "updatedAt", n.version
  FROM decisions.notice n JOIN applications.application a ON a.id = n.application_id LEFT JOIN decisions.award w ON w.id = n.award_id
  WHERE ($1::text[] IS NULL OR n.state = ANY ($1)) AND ($2::text[] IS NULL OR n.kind = ANY ($2)) AND ($3::uuid[] IS NULL OR n.applicant_id = ANY ($3))
    AND ($4::text IS NULL OR n.notice_number ILIKE $4 OR a.case_number ILIKE $4 OR n.addressee->>'officialName' ILIKE $4)
), totals AS (
  SELECT count(*) AS total, coalesce(sum("totalCents"), 0)::bigint AS sum FROM hits
), page AS (
  SELECT h.*, row_number() OVER (ORDER BY ${order}) AS position FROM hits h ORDER BY position LIMIT $5 OFFSET $6
)
SELECT totals.total, totals.sum, p.* FROM totals LEFT JOIN page p ON true ORDER BY p.position`;

@Injectable()
export class NoticeQueries {
  async list(tx: ReadTx, query: NoticeQueryDto): Promise<NoticePageDto> {
    const { limit, offset } = windowOf(query);
    const sql = list(orderBy(query.sort, SORT, 'h."updatedAt" DESC', 'h.id'));
    const rows = await tx.query<ListRow>(sql, [
      query.state ?? null,
      query.kind ?? null,
      query.applicantId ?? null,
      likePattern(query.search),
      limit,
      offset,
    ]);
    const items = rows.filter(({ id }) => id !== null).map(toItem);
    return {
      items,
      total: rows[0]?.total ?? 0,
      page: query.page,
      pageSize: query.pageSize,
      sumTotalCents: rows[0]?.sum ?? 0,
    };
  }

  async detail(tx: ReadTx, id: string): Promise<NoticeDto> {
    const row = await tx.queryOne<DetailRow>(DETAIL, [id]);
    if (row === null) throw noticeNotFound();
    return toDto(row, tx);
  }

  /** What is missing before the notice can be cosigned. */
  async warnings(tx: ReadTx, id: string): Promise<NoticeDto['warnings']> {
    const row = await tx.queryOne<DetailRow>(DETAIL, [id]);
    if (row === null) throw noticeNotFound();
    return noticeWarnings(contentOf(row));
  }
}

function toItem(row: ListRow): NoticeListItemDto {
  const {
    id,
    noticeNumber,
    kind,
    state,
    applicationId,
    caseNumber,
    applicantId,
    applicantName,
    totalCents,
    dispatchedOn,
    deemedNotifiedOn,
    finalOn,
    updatedAt,
    version,
  } = row;
  return {
    id,
    noticeNumber,
    kind,
    state,
    applicationId,
    caseNumber,
    applicantId,
    applicantName,
    totalCents,
    dispatchedOn,
    deemedNotifiedOn,
    finalOn,
    updatedAt: updatedAt.toISOString(),
    version,
  };
}

/** Remarks, checklist and drafter are matters of the authority and left out for the municipality. */
function toDto(row: DetailRow, { actor, today }: ReadTx): NoticeDto {
  const warnings = actor.isStaff && row.state === 'DRAFT' ? noticeWarnings(contentOf(row)) : [];
  const actions = noticeActions({
    ...row,
    roles: actor.roles,
    personId: actor.personId,
    ownRoles: actor.ownRoles,
    delegations: actor.delegations,
    isComplete: warnings.length === 0,
    today,
  });
  return {
    id: row.id,
    noticeNumber: row.noticeNumber,
    fileReference: row.fileReference,
    kind: row.kind,
    state: row.state,
    applicationId: row.applicationId,
    caseNumber: row.caseNumber,
    awardId: row.awardId,
    applicantId: row.applicantId,
    applicantName: row.addressee.officialName,
    addresseeBody: row.addressee.addresseeBody,
    court: row.court,
    texts: row.texts,
    ancillaryProvisions: [...row.ancillaryProvisions],
    years: [...row.years],
    totalCents: row.totalCents,
    warnings,
    documentSha256: row.documentSha256 ?? (row.state === 'IN_COSIGN' ? row.previewSha256 : null),
    signedAt: row.signedAt?.toISOString() ?? null,
    signedBy: row.signedBy,
    signedFor: row.signedFor,
    channel: row.channel,
    dispatchedOn: row.dispatchedOn,
    retrievedOn: row.retrievedOn,
    appealWaivedOn: row.appealWaivedOn,
    deemedNotifiedOn: row.deemedNotifiedOn,
    appealEndsOn: row.appealEndsOn,
    finalOn: row.finalOn,
    cosignRemark: actor.isStaff ? row.cosignRemark : null,
    voidReason: actor.isStaff ? row.voidReason : null,
    actions: isVisibleToApplicant(row.state) || actor.isStaff ? actions : [],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

function contentOf(row: DetailRow): NoticeContent {
  return {
    kind: row.kind,
    fileReference: row.fileReference,
    caseNumber: row.caseNumber,
    applicationSubmittedOn: row.submittedOn,
    applicantName: row.addressee.officialName,
    addresseeBody: row.addressee.addresseeBody,
    court: row.court,
    texts: row.texts,
    ancillaryProvisions: row.ancillaryProvisions,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    years: row.years.map(({ year, amountCents }) => ({ year: fiscalYear(year), amountCents: cents(amountCents) })),
    totalCents: cents(row.totalCents),
    decidedCents: cents(row.decidedCents),
    isCut: row.totalCents < row.requestedCents,
  };
}
