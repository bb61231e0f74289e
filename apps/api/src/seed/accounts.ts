import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';

import type { ApplicantRow } from './reference-data';

export const DEMO_PASSWORD = 'Demo-Zugang-2026!';
const MINISTRY = 'Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales';

const STAFF: readonly (readonly [email: string, name: string, organisation: string, role: string])[] = [
  ['sachbearbeitung@wir.example', 'Sabine Berger', MINISTRY, 'CASE_WORKER'],
  ['sachbearbeitung2@wir.example', 'Tobias Krämer', MINISTRY, 'CASE_WORKER'],
  ['leitung@wir.example', 'Dr. Martina Vogel', MINISTRY, 'HEAD_OF_UNIT'],
  ['leitung2@wir.example', 'Jens Albrecht', MINISTRY, 'HEAD_OF_UNIT'],
  ['haushalt@wir.example', 'Petra Lindner', MINISTRY, 'BUDGET_OFFICER'],
  ['haushalt2@wir.example', 'Murat Yıldız', MINISTRY, 'BUDGET_OFFICER'],
  ['anordnung@wir.example', 'Christian Roth', MINISTRY, 'PAYMENT_ORDERER'],
  ['anordnung2@wir.example', 'Heike Sommer', MINISTRY, 'PAYMENT_ORDERER'],
  ['pruefung@wir.example', 'Ulrich Brandt', 'Hessischer Rechnungshof', 'EXTERNAL_AUDITOR'],
  ['presse@wir.example', 'Lea Winter', MINISTRY, 'PRESS_VIEWER'],
  ['admin@wir.example', 'Oliver Fink', MINISTRY, 'ADMIN'],
  ['admin2@wir.example', 'Karin Stein', MINISTRY, 'ADMIN'],
];
const FIRST_NAMES = [
  'Anna',
  'Jonas',
  'Leyla',
  'Markus',
  'Nina',
  'Stefan',
  'Ayşe',
  'Thomas',
  'Julia',
  'Daniel',
  'Katrin',
];
const LAST_NAMES = [
  'Becker',
  'Hoffmann',
  'Schäfer',
  'Öztürk',
  'Wagner',
  'Zimmermann',
  'Kowalski',
  'Braun',
  'Keller',
  'Lang',
  'Groß',
  'Peters',
  'Weiß',
];

/** Names are made up; every fourth and thirteenth combine, so that 66 people differ. */
function madeUpName(index: number): string {
  return `${FIRST_NAMES[index % FIRST_NAMES.length]} ${LAST_NAMES[(index * 5) % LAST_NAMES.length]}`;
}

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly applicantId: string | null;
  readonly passwordHash: string | null;
  readonly isDemo: boolean;
}

/** The accounts acceptance programs rely on (demo mode only; production refuses to start with one of them). */
export async function seedDemoAccounts(client: Client, applicants: readonly ApplicantRow[]): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  for (const [email, name, organisation, role] of STAFF) {
    await insertAccount(client, {
      email,
      name,
      organisation,
      roles: [role],
      applicantId: null,
      passwordHash,
      isDemo: true,
    });
  }
  const ids = await client.query<{ id: string; code: string }>('SELECT id, code FROM programme.applicant');
  const idByCode = new Map(ids.rows.map((row) => [row.code, row.id]));
  for (const [index, row] of applicants.entries()) {
    const host = `${row.applicant_code.toLowerCase()}.wir.example`;
    const shared = {
      organisation: row.official_name,
      applicantId: idByCode.get(row.applicant_code) ?? null,
      passwordHash,
      isDemo: true,
    };
    await insertAccount(client, {
      ...shared,
      email: `antrag@${host}`,
      name: madeUpName(2 * index),
      roles: ['APPLICANT_EDITOR', 'APPLICANT_FINANCE'],
    });
    await insertAccount(client, {
      ...shared,
      email: `zeichnung@${host}`,
      name: madeUpName(2 * index + 1),
      roles: ['APPLICANT_SIGNATORY'],
    });
  }
}

/** The account that jobs act as; its session token is the system key, of which only the hash is stored. */
export async function ensureSystemSession(client: Client, systemKey: string): Promise<string> {
  const known = await client.query<{ id: string }>(
    "SELECT id FROM identity.account WHERE email = 'system@wir.example'",
  );
  const accountId =
    known.rows[0]?.id ??
    (await insertAccount(client, {
      email: 'system@wir.example',
      name: 'Automatik',
      organisation: MINISTRY,
      roles: ['SYSTEM'],
      applicantId: null,
      passwordHash: null,
      isDemo: false,
    }));
  await client.query(
    `WITH family AS (
       INSERT INTO identity.session_family (id, account_id, kind, method, expires_at)
       SELECT gen_random_uuid(), $2, 'system', 'SYSTEM', 'infinity'
       WHERE NOT EXISTS (SELECT 1 FROM identity.session WHERE token_hash = identity.hash_token($1)) RETURNING id)
     INSERT INTO identity.session (token_hash, account_id, kind, family_id, expires_at)
     SELECT identity.hash_token($1), $2, 'system', id, 'infinity' FROM family ON CONFLICT (token_hash) DO NOTHING`,
    [systemKey, accountId],
  );
  await client.query(
    "UPDATE identity.session SET revoked_at = clock_timestamp() WHERE kind = 'system' AND revoked_at IS NULL AND token_hash <> identity.hash_token($1)",
    [systemKey],
  );
  return accountId;
}

async function insertAccount(client: Client, account: NewAccount): Promise<string> {
  const inserted = await client.query<{ id: string }>(
    `WITH person AS (INSERT INTO identity.person (name) VALUES ($1) RETURNING id)
     INSERT INTO identity.account (person_id, email, password_hash, applicant_id, organisation, is_demo)
     SELECT id, $2, $3, $4, $5, $6 FROM person RETURNING id`,
    [account.name, account.email, account.passwordHash, account.applicantId, account.organisation, account.isDemo],
  );
  const id = String(inserted.rows[0]?.id);
  await client.query(
    "INSERT INTO identity.role_grant (account_id, role, reason) SELECT $1, unnest($2::text[]), 'Grundausstattung'",
    [id, [...account.roles]],
  );
  return id;
}
