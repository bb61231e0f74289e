import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../ports.mjs';
import { initCluster, startServer, stopServer } from '../postgres/cluster.mjs';
import { createDatabase, ensureRoles, ROLES, urlOf, withClient } from '../postgres/provision.mjs';
import { secret } from '../secrets.mjs';
import { Refusal } from '../terminal.mjs';

const DATABASE = 'wir';

/**
 * Where a backup goes: an empty database and an empty folder for the files.
 *
 * @typedef {{ adminUrl: string, dataDir: string, close: () => Promise<void> }} Target
 */

/**
 * @param {string} into address of an empty database (as superuser), or a folder for a new embedded PostgreSQL
 * @param {string | undefined} dataDir where files go when `into` is an address
 * @returns {Promise<Target>}
 */
export async function openTarget(into, dataDir) {
  if (!/^postgres(ql)?:\/\//.test(into)) return newCluster(resolve(into));
  if (dataDir === undefined)
    throw new Refusal('Zu einer Datenbankadresse gehört --data-dir: dorthin kommen die Dateien.');
  const folder = resolve(dataDir);
  refuseUsedFolder(join(folder, 'files'));
  await demandEmptyDatabase(into);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { adminUrl: into, dataDir: folder, close: async () => undefined };
}

/** Accounts get new passwords, kept where `npm start` with this WIR_DATA_DIR looks for them. */
async function newCluster(dataDir) {
  refuseUsedFolder(join(dataDir, 'pg'));
  refuseUsedFolder(join(dataDir, 'files'));
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const dir = join(dataDir, 'pg');
  const password = secret(dataDir, 'postgres').value;
  await initCluster({ dir, password });
  const port = await freePort();
  await startServer({ dir, port, logFile: join(dataDir, 'postgres.log') });
  const admin = urlOf('postgres', password, port, 'postgres');
  await ensureRoles(admin, {
    owner: secret(dataDir, ROLES.owner).value,
    app: secret(dataDir, ROLES.app).value,
    auditor: secret(dataDir, ROLES.auditor).value,
  });
  await createDatabase(admin, DATABASE);
  return { adminUrl: urlOf('postgres', password, port, DATABASE), dataDir, close: () => stopServer(dir) };
}

function refuseUsedFolder(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal(`${folder} ist nicht leer; wiederhergestellt wird nur an einen leeren Ort.`);
}

/** @param {string} url */
async function demandEmptyDatabase(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS is_super,
        EXISTS (SELECT 1 FROM pg_namespace WHERE nspname IN ('platform', 'audit', 'pgboss')) OR EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public') AS is_used,
        ARRAY(SELECT wanted FROM unnest($1::text[]) wanted WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted)) AS missing`,
      [Object.values(ROLES)],
    );
    const [found] = rows;
    if (found.is_used) throw new Refusal('Die Datenbank ist nicht leer; wiederhergestellt wird nur in eine leere.');
    if (!found.is_super) throw new Refusal('Das Laden braucht ein Konto mit SUPERUSER (Auslöser ruhen dabei).');
    if (found.missing.length > 0) throw new Refusal(`Es fehlen die Datenbankkonten ${found.missing.join(', ')}.`);
  });
}
