import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from 'pg';

const EMAIL = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]{2,}$/;
const REASON = 'Erste Verwaltung, eingerichtet auf dem Server';

/** Runs as wir_owner on the server: a new installation has nobody who could invite the first administrator. Prints a one-use link. */
async function run(): Promise<void> {
  const { email, name } = wanted();
  const client = new Client({ connectionString: process.env['WIR_OWNER_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(20260303)');
    const gate = readFileSync(String(process.env['WIR_SYSTEM_KEY_FILE']), 'utf8').trim();
    const token = randomBytes(32).toString('base64url');
    const accountId = await invitedAdministrator(client, email, name);
    const { rows } = await client.query<{ ends: Date | null }>(
      "SELECT identity.create_link($1, $2, 'FIRST_PASSWORD', $3, NULL) AS ends",
      [gate, accountId, token],
    );
    if (!rows[0]?.ends) throw new Error('Der Link ließ sich nicht anlegen.');
    await trace(client, gate, accountId, email);
    await client.query('COMMIT');
    process.stdout.write(`${origin()}/zugang#${token}\n`);
  } finally {
    await client.end();
  }
}

function wanted(): { readonly email: string; readonly name: string } {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
  const email = values.email?.trim().toLowerCase() ?? '';
  const name = values.name?.trim().normalize('NFC') ?? '';
  if (!EMAIL.test(email)) throw new Error('Es fehlt --email mit einer gültigen E-Mail-Adresse.');
  if (name.length < 2 || name.length > 200 || /\p{Cc}/u.test(name))
    throw new Error('Es fehlt --name mit dem Namen der Person.');
  return { email, name };
}

/** Only while nobody administers; a second call for the same address gives a new link instead of a second account. */
async function invitedAdministrator(client: Client, email: string, name: string): Promise<string> {
  const active = await client.query(
    `SELECT 1 FROM identity.account a JOIN identity.role_grant g ON g.account_id = a.id
     WHERE g.role = 'ADMIN' AND a.state = 'ACTIVE' AND g.valid_to > platform.now() LIMIT 1`,
  );
  if (active.rowCount) throw new Error('Es gibt schon eine Verwaltung; sie lädt weitere ein.');
  const known = await client.query<{ id: string; state: string }>(
    'SELECT id, state FROM identity.account WHERE email = $1',
    [email],
  );
  const [account] = known.rows;
  if (account && account.state !== 'INVITED') throw new Error('Für diese Adresse gibt es schon ein Konto.');
  if (account) return account.id;
  const created = await client.query<{ id: string }>(
    `WITH person AS (INSERT INTO identity.person (name) VALUES ($1) RETURNING id)
     INSERT INTO identity.account (person_id, email, organisation, state)
     SELECT id, $2, 'Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales', 'INVITED' FROM person RETURNING id`,
    [name, email],
  );
  const id = String(created.rows[0]?.id);
  await client.query(
    "INSERT INTO identity.role_grant (account_id, role, valid_from, reason) VALUES ($1, 'ADMIN', platform.now(), $2)",
    [id, REASON],
  );
  return id;
}

async function trace(client: Client, gate: string, accountId: string, email: string): Promise<void> {
  const event = {
    action: 'account.first-administrator',
    objectType: 'ACCOUNT',
    objectId: accountId,
    toState: 'INVITED',
    reason: REASON,
    after: { email, role: 'ADMIN' },
  };
  await client.query('SELECT identity.open_session($1)', [gate]);
  await client.query("SELECT audit.append($1::jsonb, 'first-admin')", [JSON.stringify([event])]);
}

function origin(): string {
  const named = process.env['WIR_PUBLIC_ORIGIN'];
  return named ? named.replace(/(?<!\/)\/+$/, '') : `http://localhost:${process.env['PORT'] || '3000'}`;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
