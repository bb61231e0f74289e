import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import type { HistoryDto } from '../dto/history.dto';
import { applicationNotFound } from './application.repository';
import { toHistory, type HistoryRow } from './history-mapper';

/** The trail of the case and of all that grew out of it; row-level security hides undispatched notices and foreign cases. */
const HISTORY = `
WITH object AS (
  SELECT 'APPLICATION' AS type, a.id::text AS id FROM applications.application a WHERE a.id = $1
  UNION ALL SELECT 'NOTICE', n.id::text FROM decisions.notice n WHERE n.application_id = $1
  UNION ALL SELECT 'AWARD', w.id::text FROM decisions.award w WHERE w.application_id = $1
  UNION ALL SELECT 'DISBURSEMENT_REQUEST', d.id::text FROM decisions.award w JOIN disbursements.disbursement_request d ON d.award_id = w.id WHERE w.application_id = $1
  UNION ALL SELECT 'PAYMENT_ORDER', o.id::text FROM decisions.award w JOIN disbursements.payment_order o ON o.award_id = w.id WHERE w.application_id = $1
  UNION ALL SELECT 'BANK_ACCOUNT', b.id::text FROM decisions.award w JOIN disbursements.bank_account b ON b.applicant_id = w.applicant_id WHERE w.application_id = $1
), entry AS (
  SELECT e.*, t.reason, t.before_text, t.after_text FROM object o JOIN audit.event e ON e.object_type = o.type AND e.object_id = o.id
  LEFT JOIN audit.event_text t USING (sequence) WHERE e.outcome = 'DONE'
)
SELECT e.sequence, e.occurred_at AS "occurredAt", n.name AS "actorName", n.organisation AS "actorOrganisation", e.actor_role AS "actorRole", d.name AS "deputyForName", e.action,
  e.object_type AS "objectType", e.object_id AS "objectId", e.from_state AS "fromState", e.to_state AS "toState", e.reason, e.before_text::json AS before, e.after_text::json AS after,
  EXISTS (SELECT 1 FROM object WHERE type = 'NOTICE') AS "decisionIsDisclosed"
FROM entry e LEFT JOIN identity.account_names(ARRAY(SELECT DISTINCT account_id FROM entry)) n ON n.account_id = e.account_id
LEFT JOIN identity.account_names(ARRAY(SELECT DISTINCT deputy_for FROM entry WHERE deputy_for IS NOT NULL)) d ON d.account_id = e.deputy_for
ORDER BY e.sequence`;

@Injectable()
export class HistoryQueries {
  constructor(private readonly transactions: Transactions) {}

  read(request: CurrentRequest, applicationId: string): Promise<HistoryDto> {
    return this.transactions.read(request, (tx) => historyOf(tx, applicationId));
  }
}

/** Every case has at least the entry of its beginning: none means that there is no such case for this person. */
export async function historyOf(tx: ReadTx, applicationId: string): Promise<HistoryDto> {
  const rows = await tx.query<HistoryRow>(HISTORY, [applicationId]);
  if (rows.length === 0) throw applicationNotFound();
  return { items: toHistory(rows, tx.actor.isStaff) };
}
