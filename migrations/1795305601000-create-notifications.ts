import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema notifications: what left the house, or is about to (Postausgang). */
const UP = `
CREATE SCHEMA notifications;
GRANT USAGE ON SCHEMA notifications TO wir_app, wir_auditor;

CREATE TABLE notifications.outbound_message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_key text NOT NULL,
  recipient_account_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  sent_at timestamptz,
  CONSTRAINT outbound_message_once_per_event UNIQUE (event_key, recipient_account_id)
);
COMMENT ON TABLE notifications.outbound_message IS 'Postausgang; je Ereignis und Empfänger höchstens eine Nachricht.';
CREATE FUNCTION notifications.enqueue_for_roles(wanted_key text, wanted_roles text[], wanted_applicant uuid, wanted_subject text, wanted_body text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH sent AS (
    INSERT INTO notifications.outbound_message (event_key, recipient_account_id, subject, body)
    SELECT DISTINCT wanted_key, a.id, wanted_subject, wanted_body FROM identity.account a JOIN identity.role_grant g ON g.account_id = a.id
    WHERE a.active AND g.role = ANY (wanted_roles) AND a.applicant_id IS NOT DISTINCT FROM wanted_applicant
      AND platform.now() >= g.valid_from AND platform.now() < g.valid_to
    ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*)::integer FROM sent
$$;
ALTER TABLE notifications.outbound_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications.outbound_message FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON notifications.outbound_message TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY auditor_reads ON notifications.outbound_message FOR SELECT TO wir_auditor USING (true);
CREATE POLICY own ON notifications.outbound_message FOR SELECT TO wir_app USING (recipient_account_id = (SELECT identity.session_account()));
GRANT SELECT ON notifications.outbound_message TO wir_app;
GRANT EXECUTE ON FUNCTION notifications.enqueue_for_roles(text, text[], uuid, text, text) TO wir_app;
`;

const DOWN = `DROP SCHEMA notifications CASCADE;`;

export class CreateNotifications1795305601000 implements MigrationInterface {
  name = 'CreateNotifications1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
