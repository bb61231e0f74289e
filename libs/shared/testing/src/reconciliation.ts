import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, QueryResult } from 'pg';
import { workspaceRoot } from './environment';

const FILE = 'libs/budget/api/src/data/reconcile.sql';

/** Rows of `reconcile.sql`: one per rule of the ledger that does not hold. An empty list is the only good answer. */
export async function reconciliationFindings(owner: Pool): Promise<readonly object[]> {
  const path = join(workspaceRoot(), FILE);
  if (!existsSync(path)) return [];
  const result: QueryResult | QueryResult[] = await owner.query(readFileSync(path, 'utf8'));
  return [result].flat().flatMap(({ rows }) => rows as object[]);
}
