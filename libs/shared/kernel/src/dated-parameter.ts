import { DomainError } from './domain-error';
import type { LocalDate } from './local-date';

/** One value of a rule from a day on. Rules change between decision and objection, so the day is always asked. */
export interface DatedParameter<Name extends string = string> {
  readonly name: Name;
  readonly validFrom: LocalDate;
  readonly value: number;
  /** The provision the value stands in, in German, as shown in the reasoning. */
  readonly source: string;
}

/** The row in force on that day: the latest one that has begun. */
export function parameterAt<Name extends string>(
  rows: readonly DatedParameter<Name>[],
  name: Name,
  day: LocalDate,
): DatedParameter<Name> {
  let found: DatedParameter<Name> | undefined;
  for (const row of rows) {
    if (row.name === name && row.validFrom <= day && (found === undefined || row.validFrom > found.validFrom))
      found = row;
  }
  if (found === undefined) throw new DomainError('unprocessable', 'parameter.not-in-force', { name, day });
  return found;
}
