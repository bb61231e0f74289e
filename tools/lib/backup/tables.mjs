/**
 * What a backup holds of the database. Asked from the catalogue, never listed here: a new table is saved on the day
 * it is created.
 *
 * @typedef {{ schema: string, name: string, columns: string[], key: string[] }} Table
 * @typedef {{ schema: string, name: string, value: string, isCalled: boolean }} Sequence
 */

/** Figures of the job queue about itself; it makes them anew. Waiting jobs are saved: they are letters not yet sent. */
const PASSING = /^pgboss\.(queue_stats.*|warning|bam)$/;

const TABLES = `
SELECT n.nspname AS schema, c.relname AS name,
  ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
  ARRAY(SELECT a.attname::text FROM pg_index i JOIN unnest(i.indkey) WITH ORDINALITY AS k(number, place) ON true
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public') AND n.nspname NOT LIKE 'pg\\_%'
ORDER BY 1, 2`;

const SEQUENCES = `
SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public') ORDER BY 1, 2`;

/** Independent of the settings of server and account: the same rows always give the same text. */
export const TEXT_FORM = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex';
SET extra_float_digits = 1; SET client_encoding = 'UTF8'; SET statement_timeout = 0; SET lock_timeout = '10s'; SET row_security = off`;

/** @param {import('pg').Client} client @returns {Promise<Table[]>} */
export async function savedTables(client) {
  const { rows } = await client.query(TABLES);
  return rows.filter(({ schema, name }) => !PASSING.test(`${schema}.${name}`));
}

/** @param {import('pg').Client} client @returns {Promise<Sequence[]>} */
export async function savedSequences(client) {
  const { rows } = await client.query(SEQUENCES);
  const sequences = [];
  for (const { schema, name } of rows) {
    const { rows: state } = await client.query(
      `SELECT last_value::text AS value, is_called FROM ${nameOf(client, { schema, name })}`,
    );
    sequences.push({ schema, name, value: state[0].value, isCalled: state[0].is_called });
  }
  return sequences;
}

/** @param {import('pg').Client} client @returns {Promise<string[]>} names of the migrations that have run, in their order */
export async function migrationsOf(client) {
  const { rows } = await client.query('SELECT name FROM public.schema_migration ORDER BY id');
  return rows.map(({ name }) => name);
}

/** @param {import('pg').Client} client @param {{ schema: string, name: string }} table @returns {string} */
export function nameOf(client, { schema, name }) {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}

/** In the order of the key, so that equal contents have equal hashes. @param {import('pg').Client} client @param {Table} table @returns {string} */
export function copyOut(client, table) {
  const list = (/** @type {string[]} */ names) => names.map((name) => client.escapeIdentifier(name)).join(', ');
  const order = list(table.key.length > 0 ? table.key : table.columns);
  return `COPY (SELECT ${list(table.columns)} FROM ${nameOf(client, table)} ORDER BY ${order}) TO STDOUT`;
}

/** @param {import('pg').Client} client @param {Table} table @returns {string} */
export function copyIn(client, table) {
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ');
  return `COPY ${nameOf(client, table)} (${columns}) FROM STDIN`;
}
