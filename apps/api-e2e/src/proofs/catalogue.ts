import type { TestDatabase } from '@wir/shared/testing';
import { truth } from './intruder';

export interface TableFacts {
  readonly name: string;
  readonly applicantColumn: boolean;
  readonly insertable: readonly string[];
  readonly updatable: readonly string[];
  readonly mayDelete: boolean;
  readonly mayRead: boolean;
}

/** Every own table the application reaches, as the catalogue has it. */
export function reachedTables(database: TestDatabase): Promise<TableFacts[]> {
  return truth<TableFacts>(
    database,
    `SELECT c.oid::regclass::text AS name, bool_or(a.attname = 'applicant_id') AS "applicantColumn",
       coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE has_column_privilege('wir_app', c.oid, a.attnum, 'INSERT') AND a.attidentity = '' AND a.attgenerated = ''), '{}') AS insertable,
       coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE has_column_privilege('wir_app', c.oid, a.attnum, 'UPDATE') AND a.attgenerated = ''), '{}') AS updatable,
       has_table_privilege('wir_app', c.oid, 'DELETE') AS "mayDelete", has_any_column_privilege('wir_app', c.oid, 'SELECT') AS "mayRead"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'pgboss')
       AND has_any_column_privilege('wir_app', c.oid, 'SELECT,INSERT,UPDATE')
     GROUP BY c.oid ORDER BY 1`,
  );
}

export interface Reference {
  readonly table: string;
  readonly constraint: string;
  readonly column: string;
  readonly target: string;
  readonly targetColumn: string;
}

/** Foreign keys from rows of a municipality to rows of a municipality, by their first column. */
export function tenantReferences(database: TestDatabase): Promise<Reference[]> {
  return truth<Reference>(
    database,
    `SELECT f.conrelid::regclass::text AS table, f.conname::text AS constraint, a.attname::text AS column, f.confrelid::regclass::text AS target, b.attname::text AS "targetColumn"
     FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1] JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = f.confkey[1]
     WHERE f.contype = 'f' AND a.attname <> 'applicant_id' AND a.atttypid = 'uuid'::regtype
       AND EXISTS (SELECT 1 FROM pg_attribute t WHERE t.attrelid = f.conrelid AND t.attname = 'applicant_id')
       AND EXISTS (SELECT 1 FROM pg_attribute t WHERE t.attrelid = f.confrelid AND t.attname = 'applicant_id')
       AND has_column_privilege('wir_app', f.conrelid, f.conkey[1], 'INSERT')`,
  );
}

export interface UniqueKey {
  readonly table: string;
  readonly index: string;
  readonly columns: readonly string[];
}

/** Unique keys that do not hold the tenant and are more than one random id. */
export function tenantlessKeys(database: TestDatabase): Promise<UniqueKey[]> {
  return truth<UniqueKey>(
    database,
    `SELECT c.oid::regclass::text AS table, ic.relname::text AS index, array_agg(a.attname::text) AS columns
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relrowsecurity JOIN pg_class ic ON ic.oid = i.indexrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
     WHERE i.indisunique AND EXISTS (SELECT 1 FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'applicant_id')
       AND has_any_column_privilege('wir_app', c.oid, 'INSERT')
     GROUP BY c.oid, ic.relname HAVING NOT bool_or(a.attname = 'applicant_id') AND NOT (count(*) = 1 AND bool_and(a.attname = 'id'))`,
  );
}

export interface OwnersFunction {
  readonly signature: string;
  readonly name: string;
  readonly argNames: readonly string[];
  readonly argTypes: readonly string[];
  readonly isVariadic: boolean;
}

/** Functions that run with the rights of the owner and that the application may call. */
export function ownersFunctions(database: TestDatabase): Promise<OwnersFunction[]> {
  return truth<OwnersFunction>(
    database,
    `SELECT p.oid::regprocedure::text AS signature, n.nspname || '.' || p.proname AS name, p.provariadic <> 0 AS "isVariadic",
       coalesce(p.proargnames[1:p.pronargs], '{}')::text[] AS "argNames",
       ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS x (t, position) ORDER BY position) AS "argTypes"
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype AND n.nspname NOT LIKE 'pg\\_%' AND has_function_privilege('wir_app', p.oid, 'EXECUTE') ORDER BY 1`,
  );
}
