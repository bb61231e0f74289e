import { randomUUID } from 'node:crypto';
import type { ApplicationState } from '@wir/applications/domain';
import type { TestDatabase } from '@wir/shared/testing';

export interface ApplicationSeed {
  readonly applicant?: string;
  readonly state?: ApplicationState;
  readonly title?: string;
  readonly requestedCents?: number;
  readonly approvedCents?: number;
  readonly period?: readonly [string, string];
  readonly late?: boolean;
  readonly dueDate?: string;
  /** State of the notice of a decided case. */
  readonly notice?: 'SIGNED' | 'DISPATCHED' | 'NOTIFIED';
}

const INSERT = `
INSERT INTO applications.application (id, programme_id, call_id, module_code, applicant_id, case_number, state, title, period_start, period_end, requested_cents,
  approved_cents, late, due_date, submitted_at, created_by_account_id, assignee_account_id, outcome, decision_reasons, decided_at, award_id, notice_id)
SELECT $1::uuid, c.programme_id, c.id, 'DIVERSITY_CENTRE', m.id, 'SPEC-' || left($1::text, 8), $3::text, $4, $5::date, $6::date, $7::bigint, $8::bigint, $9::boolean, $10::date,
  CASE WHEN $3::text NOT IN ('DRAFT', 'READY_TO_SIGN') THEN platform.now() END, gen_random_uuid(), (SELECT id FROM identity.account WHERE email = 'sachbearbeitung@wir.example'),
  CASE WHEN $11::uuid IS NOT NULL THEN $3::text END, CASE WHEN $11::uuid IS NOT NULL THEN 'Gründe' END, CASE WHEN $11::uuid IS NOT NULL THEN platform.now() END, $12::uuid, $11::uuid
FROM programme.applicant m, programme.funding_call c WHERE m.code = $2 RETURNING applicant_id`;

const INSERT_NOTICE = `
INSERT INTO decisions.notice (id, programme_id, application_id, applicant_id, notice_number, file_reference, kind, state, addressee, court, texts, ancillary_provisions,
  content, document_sha256, drafted_by_person_id, drafted_by_account_id, signed_by_person_id, signed_at, channel, dispatched_on)
SELECT $1, a.programme_id, a.id, a.applicant_id, a.case_number, a.case_number, 'REJECTION', $3, '{}', 'VG Kassel', '{}', '[]',
  '{}', 'spec', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), platform.now(), 'POST', platform.today()
FROM applications.application a WHERE a.id = $2`;

/** A case in any state at once, past the rules: specs of queries need many, and how they came about does not matter to them. */
export async function insertApplication(
  { owner }: Pick<TestDatabase, 'owner'>,
  seed: ApplicationSeed = {},
): Promise<string> {
  const id = randomUUID();
  const noticeId = seed.notice === undefined ? null : randomUUID();
  const [start, end] = seed.period ?? ['2026-01-01', '2030-12-31'];
  const { state = 'DRAFT', title = 'Vielfaltszentrum', requestedCents = 60_000_000, approvedCents = null } = seed;
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('ALTER TABLE applications.application DISABLE TRIGGER USER');
    await client.query('ALTER TABLE decisions.notice DISABLE TRIGGER USER');
    const rest = [
      approvedCents,
      seed.late ?? false,
      seed.dueDate ?? null,
      noticeId,
      noticeId === null ? null : randomUUID(),
    ];
    await client.query(INSERT, [id, seed.applicant ?? 'WI', state, title, start, end, requestedCents, ...rest]);
    if (noticeId !== null) await client.query(INSERT_NOTICE, [noticeId, id, seed.notice]);
    await client.query('ALTER TABLE applications.application ENABLE TRIGGER USER');
    await client.query('ALTER TABLE decisions.notice ENABLE TRIGGER USER');
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
