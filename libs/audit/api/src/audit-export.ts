/** The columns of a line of the export, of `audit.event e` with its texts `t` (docs/audit-format.md): texts exactly as they were hashed. */
export const EXPORT_COLUMNS = `e.sequence, to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt", e.account_id AS "accountId",
  e.person_id AS "personId", e.actor_role AS "actorRole", e.deputy_for AS "deputyFor", e.session_family AS "sessionFamily", e.action,
  e.object_type AS "objectType", e.object_id AS "objectId", e.object_version AS "objectVersion", e.applicant_id AS "applicantId",
  e.from_state AS "fromState", e.to_state AS "toState", e.outcome, e.code, encode(e.reason_digest, 'hex') AS "reasonDigest",
  encode(e.before_digest, 'hex') AS "beforeDigest", encode(e.after_digest, 'hex') AS "afterDigest", e.request_id AS "requestId",
  encode(e.digest, 'hex') AS digest, encode(e.previous_hash, 'hex') AS "previousHash", encode(e.hash, 'hex') AS hash,
  encode(t.salt, 'hex') AS salt, t.reason, t.before_text AS "beforeText", t.after_text AS "afterText"`;

/** Parameters: after which sequence, how many. */
export const EXPORT = `SELECT ${EXPORT_COLUMNS}
  FROM audit.event e LEFT JOIN audit.event_text t USING (sequence) WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2`;
