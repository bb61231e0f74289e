/** The lines of the export: texts exactly as they were hashed (docs/audit-format.md). Parameters: after which sequence, how many. */
export const EXPORT = `SELECT sequence, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt", account_id AS "accountId",
  person_id AS "personId", actor_role AS "actorRole", action, object_type AS "objectType", object_id AS "objectId", object_version AS "objectVersion",
  applicant_id AS "applicantId", from_state AS "fromState", to_state AS "toState", reason, before_text AS "beforeText", after_text AS "afterText",
  request_id AS "requestId", encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
  FROM audit.event WHERE sequence > $1 ORDER BY sequence LIMIT $2`;
