import { Injectable } from '@nestjs/common';
import { PAYMENT_BLOCK_TRANSITIONS, type PaymentBlockReason, type PaymentBlockState } from '@wir/disbursements/domain';
import { arePersonsDifferent } from '@wir/identity/domain';
import { likePattern, orderBy, windowOf, type Actor, type ReadTx } from '@wir/shared/api';
import { availableActs, DomainError, type LocalDate } from '@wir/shared/kernel';
import type { PaymentBlockDto, PaymentBlockPageDto, PaymentBlockQueryDto } from './payment-block.dto';

export interface PaymentBlockRow {
  readonly id: string;
  readonly award_id: string | null;
  readonly case_number: string;
  readonly applicant_id: string;
  readonly applicant_name: string;
  readonly reason_code: PaymentBlockReason;
  readonly reason: string;
  readonly ends_on: LocalDate | null;
  readonly state: PaymentBlockState;
  readonly set_at: Date;
  readonly set_by: string | null;
  readonly set_by_person_id: string;
  readonly lifted_at: Date | null;
  readonly lifted_by: string | null;
  readonly lift_reason: string | null;
  readonly version: number;
}

const ROW = `
SELECT b.id, b.award_id, coalesce(a.case_number, '') AS case_number, b.applicant_id, p.official_name AS applicant_name, b.reason_code, b.reason, b.ends_on, b.state,
  b.set_at, identity.name_of(b.set_by_account_id) AS set_by, b.set_by_person_id, b.lifted_at, identity.name_of(b.lifted_by_account_id) AS lifted_by, b.lift_reason, b.version,
  count(*) OVER () AS total
FROM disbursements.payment_block b JOIN programme.applicant p ON p.id = b.applicant_id
LEFT JOIN decisions.award w ON w.id = b.award_id LEFT JOIN applications.application a ON a.id = w.application_id`;
const FILTER = `($1::text[] IS NULL OR b.state = ANY ($1)) AND ($2::uuid IS NULL OR b.award_id = $2)
  AND ($3::text IS NULL OR p.official_name ILIKE $3 OR a.case_number ILIKE $3)`;
const SORT = { setAt: 'b.set_at', endsOn: 'b.ends_on' };

@Injectable()
export class PaymentBlockQueries {
  async list(tx: ReadTx, query: PaymentBlockQueryDto): Promise<PaymentBlockPageDto> {
    const { limit, offset } = windowOf(query);
    const rows = await tx.query<PaymentBlockRow & { readonly total: number }>(
      `${ROW} WHERE ${FILTER} ORDER BY ${orderBy(query.sort, SORT, 'b.set_at DESC', 'b.id')} LIMIT $4 OFFSET $5`,
      [query.state ?? null, query.awardId ?? null, likePattern(query.search), limit, offset],
    );
    return {
      items: rows.map((row) => toPaymentBlock(row, tx.actor)),
      total: rows[0]?.total ?? 0,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  async row(tx: ReadTx, id: string): Promise<PaymentBlockRow> {
    const row = await tx.queryOne<PaymentBlockRow>(`${ROW} WHERE b.id = $1`, [id]);
    if (row === null) throw new DomainError('not-found', 'payment-block.not-found');
    return row;
  }
}

export function toPaymentBlock(row: PaymentBlockRow, actor: Actor): PaymentBlockDto {
  const { isStaff } = actor;
  return {
    id: row.id,
    awardId: row.award_id,
    caseNumber: row.case_number,
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    reasonCode: row.reason_code,
    reason: isStaff ? row.reason : null,
    endsOn: row.ends_on,
    state: row.state,
    setAt: row.set_at.toISOString(),
    setBy: isStaff ? row.set_by : null,
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftedBy: isStaff ? row.lifted_by : null,
    liftReason: isStaff ? row.lift_reason : null,
    version: row.version,
    actions: availableActs(PAYMENT_BLOCK_TRANSITIONS, row.state, actor.roles).map((act) =>
      act.allowed && !arePersonsDifferent(actor.personId, [row.set_by_person_id])
        ? { ...act, allowed: false, reasonCode: 'payment-block.same-person' }
        : act,
    ),
  };
}
