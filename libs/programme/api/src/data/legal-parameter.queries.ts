import { programmeParameterAt, type ProgrammeParameterName } from '@wir/programme/domain';
import type { ReadTx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

/** The dated row in force on that day; without one, the default of the programme. */
export async function legalParameterAt(tx: ReadTx, name: ProgrammeParameterName, day: LocalDate): Promise<number> {
  const row = await tx.queryOne<{ value: number }>(
    'SELECT value FROM programme.legal_parameter WHERE code = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1',
    [name, day],
  );
  return row?.value ?? programmeParameterAt(name, day);
}
