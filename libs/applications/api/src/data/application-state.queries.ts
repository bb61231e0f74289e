import type { ApplicationState } from '@wir/applications/domain';
import type { ReadTx } from '@wir/shared/api';
import { applicationNotFound } from './application.repository';

/** Whether there is such a case for this person, and where it stands. */
export async function findApplicationState(tx: ReadTx, id: string): Promise<ApplicationState> {
  const row = await tx.queryOne<{ state: ApplicationState }>(
    'SELECT state FROM applications.application WHERE id = $1',
    [id],
  );
  if (row === null) throw applicationNotFound();
  return row.state;
}
