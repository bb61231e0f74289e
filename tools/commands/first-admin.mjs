import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../lib/builds.mjs';
import { node, runCaptured } from '../lib/child.mjs';
import { checkDataFolder, openDatabase, prepareDatabase } from '../lib/portal.mjs';
import { runningServer } from '../lib/postgres/cluster.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { readSettings } from '../lib/settings.mjs';
import { Refusal, say } from '../lib/terminal.mjs';

/**
 * `npm run first-admin -- --email <address> --name <name>`: the account that invites all others. Prints a link that
 * works once and for a day; no password is ever printed or chosen here.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' }, name: { type: 'string' } } });
  if (!values.email || !values.name) throw new Refusal('Es fehlt --email <Adresse> oder --name <Name>.', 2);
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const settings = readSettings(process.env, root);
  checkDataFolder(settings);
  await buildWhenStale({ console: false });
  const wasRunning = runningServer(join(settings.dataDir, 'pg')) !== undefined;
  const { env, embedded } = await openDatabase(settings);
  try {
    await prepareDatabase(env);
    const script = [inRoot('dist/api/first-admin.mjs'), '--email', values.email, '--name', values.name];
    const { code, output } = await runCaptured(node(), script, env);
    if (code !== 0) throw new Refusal(output.trim());
    say('✓ Erstes Konto der Verwaltung ist angelegt. Dieser Link gilt 24 Stunden und nur einmal:');
    say(output.trim());
    return 0;
  } finally {
    if (!wasRunning) await embedded?.stop();
  }
}
