import { Injectable } from '@nestjs/common';
import type { TransferKind } from '@wir/budget/domain';
import { likePattern, orderBy, windowOf, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { TransferDto, TransferPageDto, TransferQueryDto } from '../transfer.dto';

interface Row {
  readonly year_known: boolean;
  readonly total: number;
  readonly sum_cents: number;
  readonly id: number | null;
  readonly booked_at: Date;
  readonly value_date: string;
  readonly kind: TransferKind;
  readonly from_kind: string;
  readonly to_kind: string;
  readonly year: number;
  readonly due_year: number | null;
  readonly amount_cents: number;
  readonly signed_cents: number;
  readonly award_id: string | null;
  readonly application_id: string | null;
  readonly case_number: string | null;
  readonly applicant_name: string | null;
  readonly notice_number: string | null;
  readonly order_number: string | null;
  readonly act_id: string | null;
  readonly act_number: string | null;
  readonly booked_by: string | null;
  readonly reason: string | null;
}

const SORT = { bookedAt: 'h.booked_at', valueDate: 'h.value_date', amountCents: 'h.amount_cents', kind: 'h.kind' };

/** The mirror of the Ansatz runs below zero; its figure has the opposite sign. */
const MIRRORED: Readonly<Record<string, string>> = { appropriated: 'appropriation', ve_authorised: 've_authorised' };

/**
 * $1 year (null: all), $2 account kind, $3 its sign, $4 only that account's transfers, $5 due year, $6 award, $7 application, $8 moment,
 * $9 kinds, $10 search, $11 limit, $12 offset, $13 applicant, $14 module, $15 line, $16 act, $17 booked after.
 */
const hits = (order: string): string => `
WITH hits AS (
  SELECT t.*, f.kind AS from_kind, g.kind AS to_kind, f.budget_year AS year, f.due_year, coalesce(t.application_id, aw.application_id) AS case_id,
    $3::integer * (CASE WHEN g.kind = $2 THEN t.amount_cents WHEN f.kind = $2 THEN -t.amount_cents ELSE 0 END) AS signed_cents
  FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id
  LEFT JOIN decisions.award aw ON aw.id = t.award_id
  WHERE f.programme_id = (SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1)
    AND ($1::integer IS NULL OR f.budget_year = $1) AND (NOT $4::boolean OR f.kind = $2 OR g.kind = $2)
    AND ($5::integer IS NULL OR f.due_year = $5) AND ($6::uuid IS NULL OR t.award_id = $6)
    AND ($7::uuid IS NULL OR coalesce(t.application_id, aw.application_id) = $7)
    AND ($8::timestamptz IS NULL OR t.booked_at < $8::timestamptz + interval '1 millisecond') AND ($9::text[] IS NULL OR t.kind = ANY ($9))
    AND ($15::uuid IS NULL OR f.line_id = $15 OR g.line_id = $15) AND ($16::uuid IS NULL OR t.act_id = $16)
    AND ($17::timestamptz IS NULL OR t.booked_at >= $17::timestamptz + interval '1 millisecond')
    AND (($13::uuid IS NULL AND $14::text IS NULL) OR EXISTS (SELECT 1 FROM applications.application ap
      WHERE ap.id = coalesce(t.application_id, aw.application_id) AND ($13::uuid IS NULL OR ap.applicant_id = $13) AND ($14::text IS NULL OR ap.module_code = $14)))
    AND ($10::text IS NULL OR EXISTS (SELECT 1 FROM applications.application ap JOIN programme.applicant m ON m.id = ap.applicant_id
      WHERE ap.id = coalesce(t.application_id, aw.application_id) AND (ap.case_number ILIKE $10 OR m.official_name ILIKE $10)))
), page AS (
  SELECT h.*, row_number() OVER (ORDER BY ${order}) AS position FROM hits h ORDER BY position LIMIT $11 OFFSET $12
), totals AS (
  SELECT count(*) AS total, coalesce(sum(signed_cents), 0)::bigint AS sum_cents FROM hits
)
SELECT ($1::integer IS NULL OR EXISTS (SELECT 1 FROM budget.budget_year y WHERE y.year = $1)) AS year_known, totals.total, totals.sum_cents,
  p.id, p.booked_at, p.value_date, p.kind, p.from_kind, p.to_kind, p.year, p.due_year, p.amount_cents, p.signed_cents::bigint, p.award_id,
  p.case_id AS application_id, ap.case_number, m.official_name AS applicant_name, n.notice_number, o.order_number, p.act_id, ba.act_number, identity.name_of(p.booked_by) AS booked_by, p.reason
FROM totals LEFT JOIN page p ON true
LEFT JOIN applications.application ap ON ap.id = p.case_id
LEFT JOIN programme.applicant m ON m.id = ap.applicant_id
LEFT JOIN decisions.notice n ON n.id = p.notice_id
LEFT JOIN disbursements.payment_order o ON o.id = p.payment_order_id
LEFT JOIN budget.budget_act ba ON ba.id = p.act_id
ORDER BY p.position`;

/** What a figure of the budget is made of. */
@Injectable()
export class TransferQueries {
  async list(tx: ReadTx, year: number | null, query: TransferQueryDto): Promise<TransferPageDto> {
    const figure = query.account?.toLowerCase();
    const kind = figure === undefined ? 'appropriation' : (MIRRORED[figure] ?? figure);
    const sign = kind === 'appropriation' || kind === 've_authorised' ? -1 : 1;
    const { limit, offset } = windowOf(query);
    const values = [
      year,
      kind,
      sign,
      figure !== undefined,
      query.dueYear ?? null,
      query.awardId ?? null,
      query.applicationId ?? null,
      query.asOf ?? null,
      query.kind ?? null,
      likePattern(query.search),
      limit,
      offset,
      query.applicantId ?? null,
      query.moduleCode ?? null,
      query.lineId ?? null,
      query.actId ?? null,
      query.bookedAfter ?? null,
    ];
    const rows = await tx.query<Row>(hits(orderBy(query.sort, SORT, 'h.booked_at DESC', 'h.id DESC')), values);
    const [first] = rows;
    if (!first?.year_known) throw new DomainError('not-found', 'budget.year-not-found', { year });
    const items = rows.flatMap((row) => (row.id === null ? [] : [toDto(row, row.id)]));
    return { items, total: first.total, page: query.page, pageSize: query.pageSize, sumCents: first.sum_cents };
  }
}

function toDto(row: Row, id: number): TransferDto {
  return {
    id: String(id),
    bookedAt: row.booked_at.toISOString(),
    valueDate: row.value_date,
    kind: row.kind,
    fromAccount: row.from_kind,
    toAccount: row.to_kind,
    year: row.year,
    dueYear: row.due_year,
    amountCents: row.amount_cents,
    signedCents: row.signed_cents,
    awardId: row.award_id,
    applicationId: row.application_id,
    caseNumber: row.case_number,
    applicantName: row.applicant_name,
    noticeNumber: row.notice_number,
    orderNumber: row.order_number,
    actId: row.act_id,
    actNumber: row.act_number,
    bookedBy: row.booked_by ?? '',
    reason: row.reason,
  };
}
