/**
 * Entry of every command (`npm start`, `npm test` …). Works on a fresh clone with any Node from 20 on:
 * it may import only Node's own modules until `bootstrap` has installed the rest.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { refuse, Refusal } from './lib/terminal.mjs';

const COMMANDS = {
  start: () => import('./commands/start.mjs'),
  test: () => import('./commands/test.mjs'),
  dev: () => import('./commands/dev.mjs'),
  bench: () => import('./commands/bench.mjs'),
  'first-admin': () => import('./commands/first-admin.mjs'),
  openapi: () => import('./commands/openapi.mjs'),
  fuzz: () => import('./commands/fuzz.mjs'),
  faults: () => import('./commands/faults.mjs'),
  backup: () => import('./commands/backup.mjs'),
  restore: () => import('./commands/restore.mjs'),
  'restore-drill': () => import('./commands/restore-drill.mjs'),
  keys: () => import('./commands/keys.mjs'),
  sbom: () => import('./commands/sbom.mjs'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
try {
  if (!load) throw new Refusal(`Unbekannter Befehl »${name}«. Es gibt: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  if (await bootstrap()) {
    const { run } = await load();
    process.exit(await run(args));
  }
} catch (error) {
  process.exit(refuse(error));
}
