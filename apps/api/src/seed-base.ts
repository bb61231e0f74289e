import { readFileSync } from 'node:fs';

import { Client } from 'pg';

import applicantsCsv from '../../../libs/programme/api/src/data/applicants.csv';
import { ensureSystemSession, seedDemoAccounts } from './seed/accounts';
import { seedBudget } from './seed/budget';
import { readApplicants, seedProgramme } from './seed/reference-data';

/** Start of the demo's story: the cases are played from autumn 2025 up to WIR_NOW. */
const DEMO_STORY_START = '2025-09-01T09:00:00+02:00';
const DEMO_NOW = '2026-03-02T09:00:00+01:00';

type Mode = 'demo' | 'production';
type Seed = 'demo' | 'base' | 'none';

/** Runs as wir_owner after the migrations, at each start: sets mode and clock, the system session, and the base data when there are none. */
async function run(): Promise<void> {
  const mode: Mode = process.env['WIR_MODE'] === 'production' ? 'production' : 'demo';
  const seed = (process.env['WIR_SEED'] ?? (mode === 'demo' ? 'demo' : 'none')) as Seed;
  const client = new Client({ connectionString: process.env['WIR_OWNER_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(20260302)');
    await refuseDemoInProduction(client, mode);
    const isEmpty = (await client.query('SELECT 1 FROM programme.programme LIMIT 1')).rowCount === 0;
    await setMode(
      client,
      mode,
      isEmpty ? (seed === 'demo' ? DEMO_STORY_START : (process.env['WIR_NOW'] ?? DEMO_NOW)) : null,
    );
    const system = await ensureSystemSession(
      client,
      readFileSync(String(process.env['WIR_SYSTEM_KEY_FILE']), 'utf8').trim(),
    );
    if (isEmpty && seed !== 'none') await seedBase(client, mode, system);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function seedBase(client: Client, mode: Mode, system: string): Promise<void> {
  const applicants = readApplicants(applicantsCsv);
  const programmeId = await seedProgramme(client, applicants);
  if (mode === 'demo') await seedDemoAccounts(client, applicants);
  const today = await client.query<{ year: number }>('SELECT extract(year FROM platform.today())::integer AS year');
  await seedBudget(client, programmeId, system, today.rows[0]?.year ?? 2026);
}

async function refuseDemoInProduction(client: Client, mode: Mode): Promise<void> {
  const demo = await client.query<{ present: boolean }>('SELECT identity.has_demo_accounts() AS present');
  if (mode === 'production' && demo.rows[0]?.present) {
    throw new Error(
      'Diese Datenbank enthält Demo-Konten. Der Produktivbetrieb startet nicht damit (WIR_MODE=production).',
    );
  }
}

/** The clock moves in demo mode only. A restart resumes after the last event, so days away from the machine do not age the demo. */
async function setMode(client: Client, mode: Mode, clockStart: string | null): Promise<void> {
  if (mode === 'production') {
    await client.query("UPDATE platform.setting SET mode = 'production', clock_base = NULL, clock_set_at = NULL");
    return;
  }
  await client.query(
    `UPDATE platform.setting SET mode = 'demo', clock_set_at = clock_timestamp(),
       clock_base = greatest(coalesce($1::timestamptz, $2::timestamptz, clock_base), (SELECT occurred_at FROM audit.head))`,
    [clockStart, process.env['WIR_NOW'] ?? null],
  );
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
