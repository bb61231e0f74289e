import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNT_READING } from './administration/account-reading';
import { ACCOUNT_WRITING } from './administration/account-writing';

/** Administration of accounts. The application has no right on the tables; each function demands the role of the live session. */
const PREPARE = `
ALTER TABLE identity.account ADD COLUMN leaves_on date;
COMMENT ON COLUMN identity.account.leaves_on IS 'Letzter Tag eines angekündigten Ausscheidens; danach wird das Konto stillgelegt.';
CREATE INDEX account_email_search ON identity.account USING gin (email public.gin_trgm_ops);
CREATE INDEX account_organisation_search ON identity.account USING gin (organisation public.gin_trgm_ops);
CREATE INDEX person_name_search ON identity.person USING gin (name public.gin_trgm_ops);
CREATE INDEX account_by_person ON identity.account (person_id);
`;

/** What the API may call; the others are parts of these. */
const FUNCTIONS = `
  identity.find_accounts(text, text[], text[], uuid[], text, boolean, integer, integer), identity.account_detail(uuid), identity.open_factor_resets(),
  identity.lock_account(uuid), identity.create_account(uuid, text, text, uuid, text), identity.change_account(uuid, text, text),
  identity.set_account_state(uuid, text, text), identity.end_account_sessions(uuid), identity.grant_role(uuid, text, date, date, text),
  identity.lock_grant(uuid), identity.end_grant(uuid, date, text), identity.request_factor_reset(uuid, text), identity.lock_factor_reset(uuid),
  identity.confirm_factor_reset(uuid), identity.cancel_factor_reset(uuid)`;
const PARTS = `
  identity.shut_out(uuid, text), identity.demand_other_person(uuid), identity.demand_administrator(), identity.administers(identity.account, timestamptz),
  identity.factor_reset_item(identity.factor_reset, uuid), identity.delegation_item(identity.delegation),
  identity.account_item(identity.account, text, timestamptz), identity.held_roles(uuid, timestamptz), identity.is_person(uuid), identity.holds(text[]),
  identity.last_day(timestamptz), identity.first_day(timestamptz), identity.day_start(date)`;

const DOWN = `
DROP FUNCTION ${FUNCTIONS}, ${PARTS};
DROP INDEX identity.account_by_person, identity.person_name_search, identity.account_organisation_search, identity.account_email_search;
ALTER TABLE identity.account DROP COLUMN leaves_on;
`;

export class Administration1795305603300 implements MigrationInterface {
  name = 'Administration1795305603300';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PREPARE, ACCOUNT_READING, ACCOUNT_WRITING]) await runner.query(part);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO wir_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
