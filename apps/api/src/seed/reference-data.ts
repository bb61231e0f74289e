import type { Client } from 'pg';

import { parse } from 'csv-parse/sync';

/** One row of applicants.csv: the 33 municipalities with keys, seat and court. */
export interface ApplicantRow {
  readonly applicant_code: string;
  readonly official_name: string;
  readonly addressee_body: string;
  readonly kind: string;
  readonly district_key: string;
  readonly official_key: string;
  readonly previous_key: string;
  readonly valid_from: string;
  readonly seat_town: string;
  readonly government_region: string;
  readonly administrative_court: string;
  readonly population_served_census_2022: string;
  readonly note: string;
}

export function readApplicants(csv: string): ApplicantRow[] {
  return parse(csv, { columns: true, bom: true, skip_empty_lines: true });
}

const PERIOD = { start: '2026-01-01', end: '2030-12-31' } as const;

const COMPONENTS = [
  ['COORDINATOR_POST', 'WIR-Koordinationskraft', 6_000_000, 2],
  ['ASSISTANT_POST', 'WIR-Mitarbeitsstelle', 2_000_000, 1],
  ['MICRO_PROJECT_FUND', 'Mikroprojekte', 500_000, 1],
] as const;

const LEGAL_PARAMETERS = [
  ['deemed_days_post', '2000-01-01', 4, 'days', '§ 41 Abs. 2 HVwVfG'],
  ['deemed_days_electronic', '2000-01-01', 4, 'days', '§ 41 Abs. 2 HVwVfG'],
  ['retrieval_limit_days', '2000-01-01', 10, 'days', '§ 41 Abs. 2a HVwVfG'],
  ['appeal_months', '2000-01-01', 1, 'months', '§ 74 Abs. 1 VwGO'],
  ['appeal_years_if_faulty', '2000-01-01', 1, 'years', '§ 58 Abs. 2 VwGO'],
  ['declaration_return_months', '2026-01-01', 1, 'months', 'WIR-Förderrichtlinie, Erklärung zum Zuwendungsbescheid'],
  ['need_window_months', '2026-01-01', 2, 'months', 'VV zu § 44 LHO'],
  ['info_request_days', '2026-01-01', 21, 'days', 'Festlegung der Bewilligungsbehörde'],
  ['hearing_days', '2026-01-01', 28, 'days', '§ 28 HVwVfG'],
] as const;

/** Programme, call, modules, parameters and the dated master data of the applicants. */
export async function seedProgramme(client: Client, applicants: readonly ApplicantRow[]): Promise<string> {
  const programmeId = await insertProgramme(client);
  for (const row of applicants) await insertApplicant(client, row);
  for (const parameter of LEGAL_PARAMETERS) {
    await client.query(
      'INSERT INTO programme.legal_parameter (code, valid_from, value, unit, source) VALUES ($1, $2, $3, $4, $5)',
      [...parameter],
    );
  }
  return programmeId;
}

async function insertProgramme(client: Client): Promise<string> {
  const programme = await client.query<{ id: string }>(
    'INSERT INTO programme.programme (code, name, period_start, period_end) VALUES ($1, $2, $3, $4) RETURNING id',
    ['WIR', 'WIR – Vielfalt und Teilhabe', PERIOD.start, PERIOD.end],
  );
  const programmeId = String(programme.rows[0]?.id);
  const call = await client.query<{ id: string }>(
    `INSERT INTO programme.funding_call (programme_id, code, title, opens_at, closes_on, period_start, period_end)
     VALUES ($1, 'WIR-2026', 'WIR-Vielfaltszentren 2026–2030', '2025-08-01T00:00:00+02:00', '2026-12-31', $2, $3) RETURNING id`,
    [programmeId, PERIOD.start, PERIOD.end],
  );
  const callId = call.rows[0]?.id;
  await client.query(
    "INSERT INTO programme.call_module (call_id, module_code, title) VALUES ($1, 'DIVERSITY_CENTRE', 'Kommunales WIR-Vielfaltszentrum')",
    [callId],
  );
  for (const [index, [code, title, cap, units]] of COMPONENTS.entries()) {
    await client.query(
      `INSERT INTO programme.module_component (call_id, module_code, component_code, title, position, cap_cents_per_unit_year, max_units)
       VALUES ($1, 'DIVERSITY_CENTRE', $2, $3, $4, $5, $6)`,
      [callId, code, title, index, cap, units],
    );
  }
  return programmeId;
}

async function insertApplicant(client: Client, row: ApplicantRow): Promise<void> {
  const inserted = await client.query<{ id: string }>(
    `INSERT INTO programme.applicant (code, official_name, addressee_body, kind, district_key, official_key, seat_town, government_region,
       administrative_court, population_served) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      row.applicant_code,
      row.official_name,
      row.addressee_body,
      row.kind,
      row.district_key,
      row.official_key,
      row.seat_town,
      row.government_region,
      row.administrative_court,
      Number(row.population_served_census_2022),
    ],
  );
  const id = inserted.rows[0]?.id;
  const version = `INSERT INTO programme.applicant_version (applicant_id, valid_from, official_name, kind, official_key, administrative_court, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`;
  if (row.previous_key) {
    await client.query(version, [
      id,
      '2000-01-01',
      row.official_name,
      'sonderstatusstadt',
      row.previous_key,
      row.administrative_court,
      null,
    ]);
  }
  await client.query(version, [
    id,
    row.valid_from || '2000-01-01',
    row.official_name,
    row.kind,
    row.official_key,
    row.administrative_court,
    row.note || null,
  ]);
}
