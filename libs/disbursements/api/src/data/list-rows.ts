import { windowOf, type PageQueryDto, type ReadTx } from '@wir/shared/api';

/** Constant pieces of SQL of a list; `filter` names the small tables only, `tables` all that a row shows. */
export interface ListParts {
  readonly id: string;
  readonly amount: string;
  readonly filter: string;
  readonly order: string;
  readonly columns: string;
  readonly tables: string;
}

export interface ListedRows<Row> {
  readonly total: number;
  readonly sum_cents: number;
  readonly items: readonly Row[];
}

/**
 * Page, number of hits and their sum in one statement. Rows travel as JSON, so moments are texts; the costly columns are
 * computed for the rows of the page only.
 */
export async function listRows<Row>(
  tx: ReadTx,
  parts: ListParts,
  query: PageQueryDto,
  values: readonly unknown[],
): Promise<ListedRows<Row>> {
  const { limit, offset } = windowOf(query);
  const [limitAt, offsetAt] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const sql = `
WITH hit AS (SELECT ${parts.id} AS id, ${parts.amount} AS amount_cents, row_number() OVER (ORDER BY ${parts.order}) AS place ${parts.filter}),
page AS (SELECT id, place FROM hit ORDER BY place LIMIT ${limitAt} OFFSET ${offsetAt})
SELECT (SELECT count(*) FROM hit) AS total, (SELECT coalesce(sum(amount_cents), 0)::bigint FROM hit) AS sum_cents,
  coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.place) FROM (SELECT page.place, ${parts.columns} ${parts.tables} JOIN page ON page.id = ${parts.id}) r), '[]') AS items`;
  const row = await tx.queryOne<ListedRows<Row>>(sql, [...values, limit, offset]);
  return row ?? { total: 0, sum_cents: 0, items: [] };
}

/** The same row by its id. */
export async function oneRow<Row>(
  tx: ReadTx,
  parts: Pick<ListParts, 'id' | 'columns' | 'tables'>,
  id: string,
): Promise<Row | null> {
  const row = await tx.queryOne<{ row: Row }>(
    `SELECT to_jsonb(r) AS row FROM (SELECT ${parts.columns} ${parts.tables} WHERE ${parts.id} = $1) r`,
    [id],
  );
  return row?.row ?? null;
}
