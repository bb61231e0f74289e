import type { Actor } from '@wir/shared/api';
import type { OrderJson, RequestRow } from './data/request-row';
import type {
  DisbursementCheckDto,
  DisbursementOrderDto,
  DisbursementRequestDto,
} from './dto/disbursement-request.dto';
import { requestActions } from './request-actions';
import { momentOf, staffName } from './row-json';

export function toRequest(row: RequestRow, actor: Actor): DisbursementRequestDto {
  return {
    id: row.id,
    requestNumber: row.request_number,
    awardId: row.award_id,
    applicationId: row.application_id,
    caseNumber: row.case_number,
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    year: row.year,
    amountCents: row.amount_cents,
    repaidCents: row.repaid_cents,
    neededUntil: row.needed_until,
    state: row.state,
    limits: {
      trancheOpenCents: row.tranche_open_cents,
      awardOpenCents: row.award_open_cents,
      yearCommittedCents: row.year_committed_cents,
    },
    iban: row.bank?.iban ?? null,
    ibanChangedAt: row.bank?.confirmed_at ? momentOf(row.bank.confirmed_at) : null,
    check: actor.isStaff ? checkOf(row) : null,
    returnReason: row.return_reason,
    order: row.order === null ? null : orderOf(row.order, actor),
    actions: requestActions(row, actor),
    createdAt: momentOf(row.created_at),
    updatedAt: momentOf(row.updated_at),
    version: row.version,
  };
}

/** Feststellungsvermerk; stays inside the authority. */
function checkOf(row: RequestRow): DisbursementCheckDto | null {
  if (row.checked_at === null) return null;
  return {
    factual: row.factual ?? false,
    arithmetical: row.arithmetical ?? false,
    note: row.check_note ?? '',
    checkedAt: momentOf(row.checked_at),
    checkedBy: row.checked_by ?? '',
  };
}

function orderOf(order: OrderJson, actor: Actor): DisbursementOrderDto {
  return {
    id: order.id,
    orderNumber: order.order_number,
    orderedAt: momentOf(order.ordered_at),
    orderedBy: staffName(order.ordered_by, actor.isStaff),
    paymentRunId: order.payment_run_id,
    documentNumber: order.document_number,
    valueDate: order.value_date,
    failureReason: order.failure_reason,
  };
}
