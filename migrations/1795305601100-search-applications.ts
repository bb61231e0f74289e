import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search under row-level security: ILIKE is not leakproof, so no index serves it behind a policy. The function asks with the
 * rights of the owner, where the trigram index works, and applies the rule of the policy itself.
 */
const UP = `
CREATE FUNCTION applications.matching(pattern text) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 200 SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id FROM applications.application a
  WHERE ((a.case_number || ' ' || a.title) ILIKE pattern
      OR a.applicant_id = ANY (ARRAY(SELECT m.id FROM programme.applicant m WHERE m.official_name ILIKE pattern)))
    AND ((SELECT identity.session_is_staff()) OR a.applicant_id = (SELECT identity.session_applicant()))
$$;
COMMENT ON FUNCTION applications.matching(text) IS 'Treffer der Volltextsuche, beschränkt auf das, was die Sitzung sehen darf.';
GRANT EXECUTE ON FUNCTION applications.matching(text) TO wir_app;
`;

const DOWN = `DROP FUNCTION applications.matching(text);`;

export class SearchApplications1795305601100 implements MigrationInterface {
  name = 'SearchApplications1795305601100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
