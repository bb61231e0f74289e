import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@wir/shared/api';
import {
  DEADLINE_PARAMETERS,
  type DatedParameter,
  type DeadlineParameterName,
  type LocalDate,
} from '@wir/shared/kernel';

interface Row {
  readonly code: string;
  readonly valid_from: LocalDate;
  readonly value: number;
  readonly source: string;
}

interface Meaning {
  readonly name: DeadlineParameterName;
  /** Months in a unit of the stored value; 1 for days. */
  readonly factor: number;
}

/** Codes of the table and what the deadline engine calls them. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  deemed_days_post: { name: 'deemed_days_post', factor: 1 },
  portal_deemed_days: { name: 'portal_deemed_days', factor: 1 },
  retrieval_limit_days: { name: 'portal_limit_days', factor: 1 },
  appeal_months: { name: 'appeal_months', factor: 1 },
  appeal_years_if_faulty: { name: 'appeal_months_if_faulty', factor: 12 },
};

const SELECT =
  'SELECT code, valid_from, value, source FROM programme.legal_parameter WHERE code = ANY ($1) ORDER BY code, valid_from';

export type DeadlineParameters = readonly DatedParameter<DeadlineParameterName>[];

/** The dated values of law that deadlines are computed with; what the table leaves out, the engine's own defaults say. */
@Injectable()
export class LegalParameterQueries {
  async forDeadlines(tx: ReadTx): Promise<DeadlineParameters> {
    return deadlineParameters(await tx.query<Row>(SELECT, [Object.keys(MEANINGS)]));
  }
}

export function deadlineParameters(rows: readonly Row[]): DeadlineParameters {
  const stored = rows.flatMap(({ code, valid_from: validFrom, value, source }) => {
    const meaning = MEANINGS[code];
    return meaning ? [{ name: meaning.name, validFrom, value: value * meaning.factor, source }] : [];
  });
  const names = new Set(stored.map(({ name }) => name));
  return [...DEADLINE_PARAMETERS.filter(({ name }) => !names.has(name)), ...stored];
}
