import { existsSync } from 'node:fs';
import { endAll } from '../lib/child.mjs';
import { buildWhenStale } from '../lib/builds.mjs';
import { stopServer } from '../lib/postgres/cluster.mjs';
import { takeLock } from '../lib/instance-lock.mjs';
import {
  checkDataFolder,
  checkPort,
  demoMarker,
  openDatabase,
  prepareDatabase,
  seedDemo,
  startPortalApi,
} from '../lib/portal.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { readSettings } from '../lib/settings.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { Refusal, say, secondsSince } from '../lib/terminal.mjs';

/** `npm start`: from a checkout to a portal that answers, and back to nothing when it ends. @returns {Promise<number>} */
export async function run() {
  const started = performance.now();
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const settings = readSettings(process.env, root);
  checkDataFolder(settings);

  const shutdown = new Shutdown();
  try {
    const lock = await takeLock(settings.dataDir, settings.port);
    shutdown.defer(() => lock.release());
    const work = bringUp(settings, shutdown, started);
    const api = await Promise.race([work, shutdown.asked]);
    if (api) await Promise.race([shutdown.asked, crash(api, shutdown)]);
    lock.stopping();
    endAll();
    await work.catch(() => undefined);
  } catch (error) {
    if (!shutdown.isAsked) throw error;
  } finally {
    if (shutdown.isAsked) say('\nDas Portal wird beendet …');
    await shutdown.run();
  }
  say('Beendet.');
  return 0;
}

/** @returns {Promise<import('../lib/api-process.mjs').ApiProcess>} */
async function bringUp(settings, shutdown, started) {
  const goOn = () => {
    if (shutdown.isAsked) throw new Refusal('Abgebrochen.');
  };
  await checkPort(settings);
  await buildWhenStale();
  goOn();
  if (!settings.databaseUrl) shutdown.defer(() => stopServer(`${settings.dataDir}/pg`));
  const { env, embedded } = await openDatabase(settings);
  goOn();
  const marker = demoMarker(settings.dataDir);
  if (embedded && marker.wasBrokenOff()) {
    await embedded.recreate();
    marker.clear();
  }
  await prepareDatabase(env);
  goOn();
  const api = await startPortalApi(settings, env);
  shutdown.defer(() => api.stop());
  if (settings.seed === 'demo') await writeDemo(api, env, settings.now, { marker: embedded && marker, goOn });
  announce(settings, api.url, started);
  return api;
}

/** A database of the operator's own keeps no marker here: the seed itself looks whether there are cases. */
async function writeDemo(api, env, now, { marker, goOn }) {
  goOn();
  if (marker?.isDone()) return;
  marker?.write('running');
  await seedDemo(api.url, env, now);
  marker?.write('done');
}

async function crash(api, shutdown) {
  const how = await api.ended;
  if (!shutdown.isAsked) throw new Refusal(`Die API hat sich beendet (${how}). Ihre letzten Zeilen:\n${api.tail()}`);
}

function announce({ dataDir, databaseUrl, mode, seed, port }, url, started) {
  const lines = [`\nWIR-Förderportal ready at ${url}`, `(Start in ${secondsSince(started)}; Ende mit Strg+C)`];
  if (mode === 'demo' && seed !== 'none') lines.push(...accounts());
  if (!databaseUrl) {
    lines.push('', 'Zweiter API-Prozess auf derselben Datenbank:');
    lines.push(
      `  PORT=${port + 1} WIR_DATA_DIR=${dataDir} DATABASE_URL=$(cat ${dataDir}/database-url) node dist/api/main.mjs`,
    );
  }
  say(`${lines.join('\n')}\n`);
}

/** @returns {string[]} */
function accounts() {
  const rows = [
    ['Sachbearbeitung', 'sachbearbeitung@wir.example, sachbearbeitung2@wir.example'],
    ['Referatsleitung', 'leitung@wir.example, leitung2@wir.example'],
    ['Haushalt', 'haushalt@wir.example, haushalt2@wir.example'],
    ['Anordnung', 'anordnung@wir.example, anordnung2@wir.example'],
    ['Prüfung (liest nur)', 'pruefung@wir.example'],
    ['Presse', 'presse@wir.example'],
    ['Verwaltung der Zugänge', 'admin@wir.example'],
    ['Kommune, Antrag', 'antrag@wi.wir.example (Wiesbaden; wi durch den Schlüssel einer anderen ersetzen)'],
    ['Kommune, Unterschrift', 'zeichnung@wi.wir.example'],
  ];
  const table = rows.map(([role, emails]) => `  ${role?.padEnd(24)}${emails}`);
  return ['', 'Demo-Zugänge, Passwort für alle: Demo-Zugang-2026!', ...table];
}
