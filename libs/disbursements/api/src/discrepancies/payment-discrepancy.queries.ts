import { Injectable } from '@nestjs/common';
import {
  PAYMENT_DISCREPANCY_TRANSITIONS,
  type PaymentDiscrepancyKind,
  type PaymentDiscrepancyState,
} from '@wir/disbursements/domain';
import { arePersonsDifferent } from '@wir/identity/domain';
import { likePattern, orderBy, windowOf, type Actor, type ReadTx } from '@wir/shared/api';
import { availableActs, DomainError, type LocalDate } from '@wir/shared/kernel';
import type {
  PaymentDiscrepancyDto,
  PaymentDiscrepancyPageDto,
  PaymentDiscrepancyQueryDto,
} from './payment-discrepancy.dto';

export interface DiscrepancyRow {
  readonly id: string;
  readonly kind: PaymentDiscrepancyKind;
  readonly state: PaymentDiscrepancyState;
  readonly payment_return_id: string | null;
  readonly file_name: string | null;
  readonly line: number | null;
  readonly payment_order_id: string | null;
  readonly disbursement_request_id: string | null;
  readonly order_number: string;
  readonly case_number: string | null;
  readonly applicant_id: string | null;
  readonly applicant_name: string | null;
  readonly code: string | null;
  readonly detail: string;
  readonly expected_cents: number | null;
  readonly actual_cents: number | null;
  readonly value_date: LocalDate | null;
  readonly document_number: string;
  readonly opened_at: Date;
  readonly opened_by: string | null;
  readonly opened_by_person_id: string;
  readonly assigned_to: string | null;
  readonly assignee: string | null;
  readonly assigned_person_id: string | null;
  readonly assigned_at: Date | null;
  readonly note: string | null;
  readonly document_reference: string | null;
  readonly resolution: string | null;
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly version: number;
}

const ROW = `
SELECT x.id, x.kind, x.state, x.payment_return_id, p.file_name, x.line, x.payment_order_id, o.disbursement_request_id, x.order_number, a.case_number, o.applicant_id,
  m.official_name AS applicant_name, x.code, x.detail, x.expected_cents, x.actual_cents, x.value_date, x.document_number, x.opened_at,
  identity.name_of(x.opened_by_account_id) AS opened_by, x.opened_by_person_id, x.assigned_to, identity.name_of(x.assigned_to) AS assignee, x.assigned_person_id, x.assigned_at,
  x.note, x.document_reference, x.resolution, x.settled_at, identity.name_of(x.settled_by_account_id) AS settled_by, x.version, count(*) OVER () AS total
FROM disbursements.payment_discrepancy x
LEFT JOIN disbursements.payment_return p ON p.id = x.payment_return_id
LEFT JOIN disbursements.payment_order o ON o.id = x.payment_order_id
LEFT JOIN programme.applicant m ON m.id = o.applicant_id
LEFT JOIN decisions.award w ON w.id = o.award_id LEFT JOIN applications.application a ON a.id = w.application_id`;
const FILTER = `($1::text[] IS NULL OR x.state = ANY ($1)) AND ($2::text[] IS NULL OR x.kind = ANY ($2)) AND ($3::uuid IS NULL OR x.assigned_to = $3)
  AND ($4::text IS NULL OR x.order_number ILIKE $4 OR x.document_number ILIKE $4 OR a.case_number ILIKE $4 OR m.official_name ILIKE $4)`;
const SORT = { openedAt: 'x.opened_at', orderNumber: 'x.order_number', actualCents: 'x.actual_cents' };
const LOCK = 'SELECT 1 FROM disbursements.payment_discrepancy WHERE id = $1 FOR UPDATE';

@Injectable()
export class PaymentDiscrepancyQueries {
  async list(tx: ReadTx, query: PaymentDiscrepancyQueryDto): Promise<PaymentDiscrepancyPageDto> {
    const { limit, offset } = windowOf(query);
    const values = [query.state ?? null, query.kind ?? null, query.assigneeId ?? null, likePattern(query.search)];
    const rows = await tx.query<DiscrepancyRow & { readonly total: number }>(
      `${ROW} WHERE ${FILTER} ORDER BY ${orderBy(query.sort, SORT, 'x.opened_at DESC', 'x.id')} LIMIT $5 OFFSET $6`,
      [...values, limit, offset],
    );
    const items = rows.map((row) => toDiscrepancy(row, tx.actor));
    return { items, total: rows[0]?.total ?? 0, page: query.page, pageSize: query.pageSize };
  }

  async lock(tx: ReadTx, id: string): Promise<DiscrepancyRow> {
    await tx.query(LOCK, [id]);
    return this.row(tx, id);
  }

  async one(tx: ReadTx, id: string): Promise<PaymentDiscrepancyDto> {
    return toDiscrepancy(await this.row(tx, id), tx.actor);
  }

  private async row(tx: ReadTx, id: string): Promise<DiscrepancyRow> {
    const row = await tx.queryOne<DiscrepancyRow>(`${ROW} WHERE x.id = $1`, [id]);
    if (row === null) throw new DomainError('not-found', 'payment-discrepancy.not-found');
    return row;
  }
}

function toDiscrepancy(row: DiscrepancyRow, actor: Actor): PaymentDiscrepancyDto {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    paymentReturnId: row.payment_return_id,
    fileName: row.file_name,
    line: row.line,
    paymentOrderId: row.payment_order_id,
    disbursementRequestId: row.disbursement_request_id,
    orderNumber: row.order_number,
    caseNumber: row.case_number,
    applicantName: row.applicant_name,
    code: row.code,
    detail: row.detail,
    expectedCents: row.expected_cents,
    actualCents: row.actual_cents,
    valueDate: row.value_date,
    documentNumber: row.document_number,
    openedAt: row.opened_at.toISOString(),
    openedBy: row.opened_by,
    assigneeAccountId: row.assigned_to,
    assignee: row.assignee,
    assignedAt: row.assigned_at?.toISOString() ?? null,
    note: row.note,
    documentReference: row.document_reference,
    resolution: row.resolution,
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: row.settled_by,
    actions: actionsOf(row, actor),
    version: row.version,
  };
}

function actionsOf(row: DiscrepancyRow, actor: Actor): PaymentDiscrepancyDto['actions'] {
  const tookPart = !arePersonsDifferent(actor.personId, [row.opened_by_person_id, row.assigned_person_id]);
  return availableActs(PAYMENT_DISCREPANCY_TRANSITIONS, row.state, actor.roles).map((act) =>
    act.action === 'waive' && act.allowed && tookPart
      ? { ...act, allowed: false, reasonCode: 'payment-discrepancy.same-person' }
      : act,
  );
}
