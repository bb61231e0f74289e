import { localDate, parameterAt, type DatedParameter, type LocalDate } from '@wir/shared/kernel';

/** Amounts in cents, posts in hundredths of a full-time equivalent, terms in days, months or weeks as named. */
export type ProgrammeParameterName =
  | 'coordinator_cap_per_fte_year'
  | 'coordinator_max_fte'
  | 'assistant_cap_year'
  | 'assistant_max_fte'
  | 'micro_project_cap_year'
  | 'declaration_return_months'
  | 'need_window_months'
  | 'interim_proof_due_months'
  | 'final_proof_due_months'
  | 'info_request_days'
  | 'recipient_retention_years'
  | 'iban_warning_days';

const GUIDELINE = 'Nr. 2.1 Förderrichtlinie WIR';
const START = localDate('2021-01-01');

/** Defaults. What stands here may be overruled by rows with a later day, never by an edit. */
export const PROGRAMME_PARAMETERS: readonly DatedParameter<ProgrammeParameterName>[] = [
  { name: 'coordinator_cap_per_fte_year', validFrom: START, value: 6_000_000, source: GUIDELINE },
  { name: 'coordinator_max_fte', validFrom: START, value: 200, source: GUIDELINE },
  { name: 'assistant_cap_year', validFrom: localDate('2022-01-01'), value: 2_000_000, source: GUIDELINE },
  { name: 'assistant_max_fte', validFrom: localDate('2022-01-01'), value: 100, source: GUIDELINE },
  { name: 'micro_project_cap_year', validFrom: localDate('2022-01-01'), value: 500_000, source: GUIDELINE },
  { name: 'declaration_return_months', validFrom: START, value: 1, source: 'Zuwendungsbescheid' },
  { name: 'need_window_months', validFrom: START, value: 2, source: 'ANBest-GK' },
  { name: 'interim_proof_due_months', validFrom: START, value: 4, source: 'ANBest-GK' },
  { name: 'final_proof_due_months', validFrom: START, value: 6, source: 'ANBest-GK' },
  { name: 'info_request_days', validFrom: START, value: 21, source: 'Verwaltungspraxis' },
  { name: 'recipient_retention_years', validFrom: START, value: 5, source: 'ANBest-GK' },
  { name: 'iban_warning_days', validFrom: START, value: 30, source: 'Verwaltungspraxis' },
];

export function programmeParameterAt(
  name: ProgrammeParameterName,
  day: LocalDate,
  rows = PROGRAMME_PARAMETERS,
): number {
  return parameterAt(rows, name, day).value;
}
