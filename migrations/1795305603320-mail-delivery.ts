import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Delivery of the outbox. A message that invites names only its purpose: the token of the link is made when the mail is
 * written and stored as a hash (identity.create_link), so no table ever holds it.
 */
const UP = `
ALTER TABLE notifications.outbound_message ADD COLUMN link_purpose text, ADD COLUMN recipient_email text, ADD COLUMN requested_by_account_id uuid,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0, ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN mail_id uuid, ADD COLUMN withdrawn_at timestamptz,
  ADD CONSTRAINT outbound_message_link_purpose_known CHECK (link_purpose IN ('FIRST_PASSWORD', 'RESET'));
COMMENT ON COLUMN notifications.outbound_message.mail_id IS 'Kennung der E-Mail, in der diese Nachricht hinausging; mehrere Hinweise können in einer stehen.';
UPDATE notifications.outbound_message SET withdrawn_at = clock_timestamp() WHERE sent_at IS NULL AND created_at < platform.now() - interval '7 days';
CREATE INDEX outbound_message_to_send ON notifications.outbound_message (next_attempt_at) WHERE sent_at IS NULL AND withdrawn_at IS NULL;

CREATE FUNCTION notifications.enqueue_link(gate text, wanted_account uuid, wanted_purpose text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE created uuid;
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE notifications.outbound_message m SET withdrawn_at = clock_timestamp()
    WHERE m.recipient_account_id = wanted_account AND m.link_purpose = wanted_purpose AND m.sent_at IS NULL AND m.withdrawn_at IS NULL;
  INSERT INTO notifications.outbound_message (event_key, recipient_account_id, subject, body, link_purpose, requested_by_account_id)
    VALUES ('account.link:' || gen_random_uuid(), wanted_account, CASE wanted_purpose WHEN 'RESET' THEN 'Neues Passwort' ELSE 'Einladung' END, '', wanted_purpose,
      identity.session_account())
    RETURNING id INTO created;
  RETURN created;
END $$;
COMMENT ON FUNCTION notifications.enqueue_link(text, uuid, text) IS 'Nachricht mit einem einmaligen Link; die Kennung entsteht erst beim Schreiben der E-Mail.';

CREATE FUNCTION notifications.enqueue_notice(gate text, wanted_key text, wanted_account uuid, wanted_email text, wanted_subject text, wanted_body text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE created uuid;
BEGIN
  PERFORM identity.demand_gate(gate);
  INSERT INTO notifications.outbound_message (event_key, recipient_account_id, recipient_email, subject, body)
    VALUES (wanted_key, wanted_account, wanted_email, wanted_subject, wanted_body) ON CONFLICT DO NOTHING RETURNING id INTO created;
  RETURN created;
END $$;
COMMENT ON FUNCTION notifications.enqueue_notice(text, text, uuid, text, text, text) IS 'Hinweis auf eine Änderung am eigenen Konto, auch an die bisherige Adresse.';

CREATE FUNCTION notifications.has_mail_to_send() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM notifications.outbound_message m WHERE m.sent_at IS NULL AND m.withdrawn_at IS NULL AND m.next_attempt_at <= clock_timestamp())
$$;

CREATE FUNCTION notifications.claim_mail(wanted_count integer) RETURNS TABLE (id uuid, account_id uuid, email text, name text, subject text, body text, link_purpose text,
  requested_by uuid, is_about_account boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  UPDATE notifications.outbound_message m SET withdrawn_at = clock_timestamp() FROM identity.account a
    WHERE a.id = m.recipient_account_id AND m.sent_at IS NULL AND m.withdrawn_at IS NULL AND m.recipient_email IS NULL AND NOT a.active;
  RETURN QUERY
  WITH due AS (
    SELECT m.id FROM notifications.outbound_message m WHERE m.sent_at IS NULL AND m.withdrawn_at IS NULL AND m.next_attempt_at <= clock_timestamp()
    ORDER BY m.next_attempt_at, m.id LIMIT wanted_count FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE notifications.outbound_message m SET attempts = m.attempts + 1,
      next_attempt_at = clock_timestamp() + least(interval '1 hour', interval '1 minute' * (2 ^ least(m.attempts, 6)))
    FROM due WHERE m.id = due.id RETURNING m.*
  )
  SELECT c.id, a.id, coalesce(c.recipient_email, a.email), p.name, c.subject, c.body, c.link_purpose, c.requested_by_account_id,
    c.event_key LIKE 'account.%'
  FROM claimed c JOIN identity.account a ON a.id = c.recipient_account_id JOIN identity.person p ON p.id = a.person_id ORDER BY c.created_at, c.id;
END $$;
COMMENT ON FUNCTION notifications.claim_mail(integer) IS 'Beansprucht Fälliges für den nächsten Versuch (1 min, verdoppelt bis 1 h). Wer gesperrt oder ausgeschieden ist, bekommt nichts mehr.';

CREATE FUNCTION notifications.note_mail(wanted uuid[], wanted_mail uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  UPDATE notifications.outbound_message m SET sent_at = platform.now(), mail_id = wanted_mail WHERE m.id = ANY (wanted) AND m.sent_at IS NULL;
END $$;

CREATE FUNCTION notifications.withdraw_mail(wanted uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  UPDATE notifications.outbound_message m SET withdrawn_at = clock_timestamp() WHERE m.id = ANY (wanted) AND m.sent_at IS NULL;
END $$;
`;

const FUNCTIONS = `
  notifications.enqueue_link(text, uuid, text), notifications.enqueue_notice(text, text, uuid, text, text, text), notifications.has_mail_to_send(),
  notifications.claim_mail(integer), notifications.note_mail(uuid[], uuid), notifications.withdraw_mail(uuid[])`;

const DOWN = `
DROP FUNCTION ${FUNCTIONS};
ALTER TABLE notifications.outbound_message DROP COLUMN link_purpose, DROP COLUMN recipient_email, DROP COLUMN requested_by_account_id, DROP COLUMN attempts,
  DROP COLUMN next_attempt_at, DROP COLUMN mail_id, DROP COLUMN withdrawn_at;
`;

export class MailDelivery1795305603320 implements MigrationInterface {
  name = 'MailDelivery1795305603320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO wir_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
