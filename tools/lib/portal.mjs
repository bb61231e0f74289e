import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startApiProcess } from './api-process.mjs';
import { node, runCaptured, runVisible } from './child.mjs';
import { freeBytes, gigabytes } from './disk.mjs';
import { openEmbeddedDatabase } from './embedded-database.mjs';
import { isPortFree } from './ports.mjs';
import { inRoot } from './root.mjs';
import { keyFiles } from './secrets.mjs';
import { Refusal, step } from './terminal.mjs';

const MIN_FREE_BYTES = 500e6;

/** @typedef {import('./settings.mjs').Settings} Settings */

/** @param {Settings} settings @returns {void} refuses a data folder that cannot be written or has no room */
export function checkDataFolder({ dataDir }) {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Refusal(`In WIR_DATA_DIR=${dataDir} lässt sich nicht schreiben (${error.code ?? error.message}).`);
  }
  const free = freeBytes(dataDir);
  if (free < MIN_FREE_BYTES) {
    throw new Refusal(
      `Zu wenig Platz in ${dataDir}: frei sind ${gigabytes(free)}, gebraucht werden ${gigabytes(MIN_FREE_BYTES)}.`,
    );
  }
}

/** Step by step, because Node's recursive variant never returns below /proc. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** @param {Settings} settings @returns {Promise<void>} */
export async function checkPort({ port }) {
  if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return;
  throw new Refusal(
    `Port ${port} ist schon belegt; bitte das andere Programm beenden oder PORT auf einen freien setzen.`,
  );
}

/**
 * The database to run on, with the environment its programs need.
 *
 * @param {Settings} settings
 * @returns {Promise<{ env: Record<string, string | undefined>, embedded?: import('./embedded-database.mjs').Database }>}
 */
export async function openDatabase(settings) {
  const common = {
    ...keyFiles(settings.dataDir, process.env),
    // What they name has been read into the two addresses below.
    DATABASE_URL_FILE: undefined,
    WIR_OWNER_DATABASE_URL_FILE: undefined,
    WIR_DATA_DIR: settings.dataDir,
    WIR_MODE: settings.mode,
    WIR_SEED: settings.seed,
    WIR_NOW: settings.now,
    WIR_FILES: settings.files,
    NODE_ENV: 'production',
  };
  if (settings.databaseUrl) {
    const owner = settings.ownerDatabaseUrl ?? settings.databaseUrl;
    return { env: { ...common, DATABASE_URL: settings.databaseUrl, WIR_OWNER_DATABASE_URL: owner } };
  }
  const embedded = await step('PostgreSQL startet', () => openEmbeddedDatabase(settings.dataDir));
  const { app, owner } = embedded.urls;
  return { embedded, env: { ...common, DATABASE_URL: app, WIR_OWNER_DATABASE_URL: owner } };
}

/** @param {Record<string, string | undefined>} env @returns {Promise<void>} schema, mode, clock, base data */
export async function prepareDatabase(env) {
  await step('Datenbank wird auf den neuesten Stand gebracht', () => runEntry('migrate', env));
  await step('Grunddaten werden geprüft', () => runEntry('seed-base', env));
}

async function runEntry(name, env) {
  const { code, output } = await runCaptured(node(), [inRoot(`dist/api/${name}.mjs`)], env);
  if (code !== 0) throw new Refusal(`Der Schritt »${name}« ist gescheitert:\n${output}`);
}

/**
 * Remembers whether the demo cases were written to the end. A start killed in between leaves half a demo;
 * the next one begins again with an empty database, since nobody can have worked with it.
 *
 * @param {string} dataDir
 */
export function demoMarker(dataDir) {
  const file = join(dataDir, 'demo-seed');
  const state = () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : 'none');
  return {
    isDone: () => state() === 'done',
    wasBrokenOff: () => state() === 'running',
    write: (/** @type {'running' | 'done'} */ value) => writeFileSync(file, `${value}\n`),
    clear: () => rmSync(file, { force: true }),
  };
}

/** @param {string} url @param {Record<string, string | undefined>} env @param {string} now @returns {Promise<void>} */
export async function seedDemo(url, env, now) {
  const script = inRoot('tools/seed/demo.mjs');
  if (!existsSync(script)) return;
  await step('Demo-Vorgänge werden angelegt', async () => {
    const code = await runVisible(node(), [script, url, now], env);
    if (code !== 0)
      throw new Refusal('Die Demo-Vorgänge ließen sich nicht anlegen; die Meldung darüber nennt den Grund.');
  });
}

/** @param {Settings} settings @param {Record<string, string | undefined>} env */
export const startPortalApi = (settings, env) =>
  step('API startet', () => startApiProcess({ port: settings.port, dataDir: settings.dataDir, env }));
