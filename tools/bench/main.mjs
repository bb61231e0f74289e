/**
 * Measures the product against bare SQL (and bare Typst) in the same run; docs/bench.md says what each figure compares.
 * `--quick`: one round of one second each, to try. Names (`list detail …`) select measurements.
 */
import { once } from 'node:events';
import { buildWhenStale } from '../lib/builds.mjs';
import { refuse, say, step } from '../lib/terminal.mjs';
import { compare, median, summary } from './compare.mjs';
import { measureBoot } from './boot.mjs';
import { large, measureMatrix } from './large.mjs';
import { compareLetters } from './letters.mjs';
import { payments } from './payments.mjs';
import { jsonLine, passes, table } from './report.mjs';
import { routes } from './routes.mjs';
import { captureStatements } from './setup/bundle.mjs';
import { discardOwn, openBenchDatabase } from './setup/database.mjs';
import { startBare, startPortal } from './setup/processes.mjs';
import { signInStaff } from './setup/sessions.mjs';
import { countStatements } from './statements.mjs';

const FULL = { rounds: 5, slices: 3, boots: 5, letters: 10 };
const QUICK = { rounds: 1, slices: 1, boots: 1, letters: 3 };
const TITLES = {
  list: 'Liste: 25 von 10 000, gefiltert, sortiert, mit Anzahl und Summe',
  detail: 'Antrag mit Plan, Anlagen und Prüfung',
  create: 'Antrag anlegen',
  ledger: 'Mittel vormerken, gegen die Buchungen allein',
  command: 'Mittel vormerken, gegen dieselbe Transaktion',
};

/** @typedef {import('./report.mjs').Finding} Finding */

/** What both sides need, started once. */
async function prepare() {
  const statements = await captureStatements();
  const database = await step('Datenbank für die Messung', openBenchDatabase);
  const started = [];
  const stop = async () => {
    for (const server of started.splice(0)) await server.stop();
  };
  try {
    await step('10 000 Anträge, 10 000 Buchungen', () =>
      database.change(['fill.sql', 'add-transfers.sql', 'sum-balances.sql'], {
        check_codes: statements.checkCodes.join(','),
        transfers: 10_000,
      }),
    );
    await database.assertReconciled();
    started.push(await startPortal(database));
    const staff = await signInStaff(started[0].url);
    started.push(await startBare(database, await bareSetup(database, statements, staff.session)));
    const asked = routes({ database, portal: started[0].url, bare: started[1].url, staff });
    const matrix = await measureMatrix({ asked }, () => database.asAdmin(pagesOfMatrix));
    return { database, asked, matrix, staff, portal: started[0], stopServers: stop };
  } catch (error) {
    await stop();
    await database.stop();
    throw error;
  }
}

async function bareSetup(database, { list, transferRows, event, checkCodes: _, ...texts }, sessionToken) {
  const { rows } = await database.asAdmin((client) =>
    client.query('SELECT id AS "callId", programme_id AS "programmeId" FROM programme.funding_call'),
  );
  return {
    sessionToken,
    ids: rows[0],
    statements: { ...texts, list: list.sql },
    listValues: list.values,
    transferRows,
    event,
  };
}

/** A ratio that misses its limit is measured once more as long; the median of all rounds counts. @returns {Promise<Finding>} */
async function ratioOf(id, title, measure, unit = '/s') {
  return step(title, async () => {
    let rounds = await measure();
    if (!passes(id, summary(rounds).ratio)) rounds = [...rounds, ...(await measure())];
    const { portal, bare, ratio, n } = summary(rounds);
    return {
      id,
      title,
      value: ratio,
      n,
      detail: `Portal ${figure(portal)}${unit}, ohne Portal ${figure(bare)}${unit}`,
    };
  });
}

const figure = (value) => value.toLocaleString('de-DE', { maximumSignificantDigits: 3 });

/** Balances make the matrix independent of the number of bookings: time against bare SQL, and pages read, at both sizes. */
async function* budget({ database, asked }, effort) {
  const measure = () => compare(asked.budget, effort, 10);
  yield ratioOf('budget-10000', 'Haushaltsmatrix bei 10 000 Buchungen', measure);
  await step('100 000 Buchungen', () => database.change(['add-transfers.sql'], { transfers: 100_000 }));
  await database.assertReconciled();
  yield ratioOf('budget-100000', 'Haushaltsmatrix bei 100 000 Buchungen', measure);
}

async function pagesOfMatrix(client) {
  const { budget: sql } = await captureStatements();
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`);
  const { Plan: plan } = rows[0]['QUERY PLAN'][0];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

async function* boot({ database, stopServers }, { boots }) {
  await stopServers();
  const starts = await step('Start der API', async () => {
    const measured = await measureBoot(database, boots);
    if (passes('boot-seconds', median(measured.map(({ seconds }) => seconds)))) return measured;
    return [...measured, ...(await measureBoot(database, boots))];
  });
  const n = starts.length;
  const of = (name) => starts.map((start) => start[name]);
  const range = (values) => `${figure(Math.min(...values))} bis ${figure(Math.max(...values))}`;
  const detail = `${range(of('seconds'))} s, davon Rechenzeit ${figure(median(of('cpuSeconds')))} s`;
  yield { id: 'boot-seconds', title: 'Start der API bis bereit, Sekunden', value: median(of('seconds')), n, detail };
  const memory = of('mebibytes');
  yield {
    id: 'resident-mib',
    title: 'Speicher der API, MiB',
    value: median(memory),
    n,
    detail: `${range(memory)} MiB`,
  };
}

async function* statements({ database, asked }) {
  const wanted = { list: asked.list.portal.next, detail: asked.detail.portal.next };
  const counted = await step('SQL-Anweisungen je Anfrage', () => countStatements(database, wanted));
  for (const [name, { session, others }] of Object.entries(counted)) {
    const title = `SQL-Anweisungen, ${name === 'list' ? 'Liste' : 'Antrag'}`;
    yield { id: `${name}-statements`, title, value: others, n: 10, detail: `dazu ${figure(session)} für die Sitzung` };
  }
}

/** In this order: what leaves work for the queue comes last of the loads. */
const MEASUREMENTS = {
  budget,
  list: compared('list', 10),
  detail: compared('detail', 10),
  create: compared('create', 10),
  ledger: compared('ledger', 8),
  command: compared('command', 8),
  payments,
  // After all that books: a reconciliation reads every transfer for each month that was kept.
  large: (context) => large(context, context.matrix, () => context.database.asAdmin(pagesOfMatrix)),
  boot,
  statements,
  letter: async function* (_context, effort) {
    yield ratioOf('letter', 'Bescheid als PDF, gegen Typst allein', () => compareLetters(effort));
  },
};

function compared(id, connections) {
  return async function* ({ asked }, effort) {
    yield ratioOf(id, TITLES[id], () => compare(asked[id], effort, connections));
  };
}

/** @param {readonly string[]} args @returns {Promise<number>} exit code: 1 when a promise is not kept */
async function main(args) {
  const effort = args.includes('--quick') ? QUICK : FULL;
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !(name in MEASUREMENTS));
  if (unknown.length > 0)
    throw new Error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${Object.keys(MEASUREMENTS).join(', ')}.`);
  await buildWhenStale({ console: false });
  const context = await prepare();
  const end = async () => {
    await context.stopServers();
    await context.database.stop();
  };
  const findings = [];
  try {
    for (const [name, measure] of Object.entries(MEASUREMENTS)) {
      if (names.length > 0 && !names.includes(name)) continue;
      for await (const finding of measure(context, effort)) findings.push(await finding);
    }
  } finally {
    await end();
  }
  say(`\n${table(findings)}\n`);
  for (const finding of findings) say(jsonLine(finding));
  return findings.every(({ id, value }) => passes(id, value)) ? 0 : 1;
}

// The servers end with this process; the database is a program of its own.
let isBrokenOff = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    isBrokenOff = true;
    void discardOwn().finally(() => process.exit(130));
  });
}

try {
  const code = await main(process.argv.slice(2));
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  process.exit(code);
} catch (error) {
  if (!isBrokenOff) process.exit(refuse(error));
}
