/**
 * `npm run fuzz -- --n 20000 --seed S`: a portal of its own on loopback with the demo's cases, then n requests drawn from
 * the contract (B1). Prints the figures as JSON lines; ends with 1 when one misses its limit.
 */
import { readFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { buildWhenStale } from '../lib/builds.mjs';
import { node, runCaptured } from '../lib/child.mjs';
import { seedDemo } from '../lib/portal.mjs';
import { inRoot } from '../lib/root.mjs';
import { Shutdown } from '../lib/shutdown.mjs';
import { refuse, say, step } from '../lib/terminal.mjs';
import { discardOwn, openBenchDatabase } from '../bench/setup/database.mjs';
import { startPortal } from '../bench/setup/processes.mjs';
import { emailsOf } from './cast.mjs';
import { fuzz } from './run.mjs';

const NOW = '2026-03-02T09:00:00+01:00';

function numberAfter(flag, fallback) {
  const at = argv.indexOf(flag);
  return at > 0 ? Number(argv[at + 1]) : fallback;
}

async function contractOfBuild() {
  const { output } = await runCaptured(node(), [inRoot('dist/api/main.mjs'), '--print-openapi'], {
    NODE_NO_WARNINGS: '1',
  });
  return JSON.parse(output.slice(output.indexOf('{\n')));
}

async function main() {
  const n = numberAfter('--n', 20_000);
  const seed = numberAfter('--seed', Date.now() % 1_000_000);
  await buildWhenStale({ console: false });
  const document = await contractOfBuild();
  const database = await openBenchDatabase('demo');
  const stopEarly = new Shutdown().asked.then(discardOwn).then(() => exit(130));
  void stopEarly;
  const portal = await startPortal(database);
  try {
    await seedDemo(portal.url, database.env, NOW);
    const keyText = readFileSync(String(database.env['WIR_JWT_KEY_FILE']), 'utf8');
    return await database.asAdmin(async (client) => {
      const query = (sql, values) => client.query(sql, values);
      const target = { url: portal.url, document, keyText, query, emails: emailsOf() };
      const started = performance.now();
      const tally = await step(`${n} Anfragen, Seed ${seed}`, () => fuzz(target, { n, seed }));
      const seconds = (performance.now() - started) / 1000;
      for (const fault of tally.faults) say(`  ${fault}`);
      say(`  nie gelungen: ${tally.untouched.join(', ') || 'keine'}`);
      say(`  am längsten: ${tally.slowest.join(', ')}`);
      say(`  Antworten: ${JSON.stringify(tally.byStatus)}, ${Math.round(tally.sent / seconds)}/s`);
      const after = await stateAfter(query);
      return report({ ...tally.counts, ...after }, { n: tally.sent, seed });
    });
  } finally {
    await portal.stop();
    await database.stop();
  }
}

async function stateAfter(query) {
  const { rows: findings } = await query(readFileSync(inRoot('libs/budget/api/src/data/reconcile.sql'), 'utf8'), []);
  const { rows } = await query('SELECT ok FROM audit.verify()', []);
  for (const finding of findings) say(`  ${JSON.stringify(finding)}`);
  return { reconcile: findings.length, auditFaults: rows[0]?.ok === true ? 0 : 1 };
}

/** @returns {number} exit code */
function report({ successes, ...counts }, { n, seed }) {
  const lines = Object.entries(counts).map(([name, value]) => ({
    id: `B1-${name}`,
    value,
    limit: 0,
    pass: value === 0,
    seed,
    n,
  }));
  for (const line of lines) say(JSON.stringify(line));
  say(JSON.stringify({ id: 'B1-successes', value: successes, limit: null, pass: true, seed, n }));
  return lines.every(({ pass }) => pass) ? 0 : 1;
}

try {
  exit(await main());
} catch (error) {
  exit(refuse(error));
}
