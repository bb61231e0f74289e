import { DomainError } from '@wir/shared/kernel';
import type { CurrentRequest } from '../request/current-request';
import type { ReadTx, Tx } from './tx';

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;

/** Refuses with 412 when the client's `If-Match` is not the version that is stored. */
export function assertVersion(request: CurrentRequest, currentVersion: number): void {
  if (request.expectedVersion !== currentVersion) throw staleVersion(currentVersion);
}

export function staleVersion(currentVersion: number | null): DomainError {
  return new DomainError('precondition', 'platform.version-stale', currentVersion === null ? {} : { currentVersion });
}

/**
 * `UPDATE … WHERE id AND version`: the only way to change a versioned row, since TypeORM's `save` lets a stale writer win.
 * Returns the new version; refuses with 412 when the row has moved on.
 */
export async function updateVersioned(
  tx: Tx,
  table: string,
  id: string,
  version: number,
  values: Readonly<Record<string, unknown>>,
): Promise<number> {
  const columns = Object.keys(values).filter((column) => values[column] !== undefined);
  for (const name of [...table.split('.'), ...columns]) {
    if (!IDENTIFIER.test(name)) throw new Error(`Not a plain SQL name: ${name}`);
  }
  const assignments = columns.map((column, index) => `${column} = $${index + 3}`);
  const sql = `UPDATE ${table} SET ${[...assignments, 'version = version + 1'].join(', ')} WHERE id = $1 AND version = $2`;
  const affected = await tx.execute(sql, [id, version, ...columns.map((column) => values[column])]);
  if (affected !== 1) throw staleVersion(await versionOf(tx, table, id));
  return version + 1;
}

async function versionOf(tx: ReadTx, table: string, id: string): Promise<number | null> {
  const row = await tx.queryOne<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return row?.version ?? null;
}
