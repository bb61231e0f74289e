import type { RetentionState } from '@wir/records/domain';
import type { LocalDate } from '@wir/shared/kernel';

export interface ClosingRow {
  readonly application_id: string;
  readonly applicant_id: string;
  /** Null while something may still happen in the case. */
  readonly closed_on: LocalDate | null;
  readonly state: RetentionState | null;
  readonly known_closed_on: LocalDate | null;
  readonly retain_until: LocalDate | null;
}

/**
 * When a case closed: withdrawn or expired on the day of it; rejected when the rejection is final; an award that was voided on
 * the day of it; any other award at the end of its period, once nothing of it is still to be paid or checked.
 * Only rows that may need a step: what is due or offered is no longer moved by the clock.
 */
export const CLOSINGS = `
WITH moved AS (
  SELECT e.object_id, e.to_state, (max(e.occurred_at) AT TIME ZONE 'Europe/Berlin')::date AS day FROM audit.event e
  WHERE e.outcome = 'DONE' AND (e.object_type = 'APPLICATION' AND e.to_state IN ('WITHDRAWN', 'EXPIRED', 'REJECTED') OR e.object_type = 'AWARD' AND e.to_state = 'VOIDED')
  GROUP BY e.object_id, e.to_state
), closing AS (
  SELECT a.id AS application_id, a.applicant_id, CASE
      WHEN a.state IN ('WITHDRAWN', 'EXPIRED') THEN coalesce(m.day, (a.updated_at AT TIME ZONE 'Europe/Berlin')::date)
      WHEN a.state = 'REJECTED' THEN CASE WHEN n.is_issued THEN n.final_on ELSE coalesce(m.day, (a.decided_at AT TIME ZONE 'Europe/Berlin')::date) END
      WHEN w.state = 'VOIDED' THEN coalesce(v.day, (w.updated_at AT TIME ZONE 'Europe/Berlin')::date)
      WHEN w.state = 'FINAL' AND w.period_end < $1 AND NOT d.is_open THEN greatest(w.period_end, d.last_day)
    END AS closed_on
  FROM applications.application a
  LEFT JOIN decisions.award w ON w.application_id = a.id
  LEFT JOIN moved m ON m.object_id = a.id::text AND m.to_state = a.state
  LEFT JOIN moved v ON v.object_id = w.id::text AND v.to_state = 'VOIDED'
  LEFT JOIN LATERAL (SELECT true AS is_issued, CASE WHEN bool_and(x.state = 'FINAL') THEN max(x.final_on) END AS final_on
    FROM decisions.notice x WHERE x.application_id = a.id AND x.kind = 'REJECTION' AND x.state <> 'VOIDED' HAVING count(*) > 0) n ON true
  LEFT JOIN LATERAL (SELECT coalesce(bool_or(r.state NOT IN ('PAID', 'CANCELLED')), false) AS is_open,
      (SELECT max(o.value_date) FROM disbursements.payment_order o WHERE o.award_id = w.id) AS last_day
    FROM disbursements.disbursement_request r WHERE r.award_id = w.id) d ON true
)
SELECT c.application_id, c.applicant_id, c.closed_on, r.state, r.closed_on AS known_closed_on, r.retain_until
FROM closing c LEFT JOIN records.retention r ON r.application_id = c.application_id
WHERE CASE WHEN r.state IS NULL OR r.state = 'OPEN' THEN c.closed_on IS NOT NULL
  WHEN r.state = 'RETENTION' THEN c.closed_on IS DISTINCT FROM r.closed_on OR r.retain_until < $1 ELSE false END
ORDER BY c.application_id`;

export const YEARS =
  "SELECT value FROM programme.legal_parameter WHERE code = 'file_retention_years' AND valid_from <= $1 ORDER BY valid_from DESC LIMIT 1";
