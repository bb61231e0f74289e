import fc from 'fast-check';
import { answerFaults, operationsOf } from './contract.mjs';
import { crawl, Pool } from './pool.mjs';
import { callsOf } from './requests.mjs';
import { mintSessions, reviveAccounts } from './sessions.mjs';

/** What betrays the inside: stack frames, SQL, paths of the machine, names of the database's accounts. */
const LEAKS =
  /\n\s+at [\w.<>]+ |node_modules|\/(?:home|usr|tmp|work|app)\/\w|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) [\w"]+[.\s]|\bwir_(?:app|owner)\b|QueryFailedError|ECONNREFUSED|violates|relation "|column "/;

const REFRESH_EVERY = 400;

/**
 * @typedef {object} Target
 * @property {string} url
 * @property {any} document openapi.json
 * @property {string} keyText
 * @property {import('./sessions.mjs').Query} query as owner
 * @property {readonly string[]} emails of the accounts that take part; the first one reads for the crawl
 *
 * @typedef {object} Tally
 * @property {number} sent
 * @property {Record<string, number>} byStatus
 * @property {string[]} faults operations × kind of fault, with an example
 * @property {Record<string, number>} counts serverErrors, unavailable, undocumented, mismatched, leaking, successes
 * @property {string[]} untouched operations without a single success
 * @property {string[]} slowest where the time went
 */

/**
 * Sends n requests drawn from the contract, each by its own seed: request i of seed S is always the same on the same data.
 *
 * @param {Target} target @param {{ n: number, seed: number, parallel?: number, onProgress?: (sent: number) => void }} options
 * @returns {Promise<Tally>}
 */
export async function fuzz(target, { n, seed, parallel = 8, onProgress = () => undefined }) {
  const operations = operationsOf(target.document);
  const state = { document: target.document, people: [], pool: new Pool(), calls: new Map() };
  await refresh(target, operations, state);
  const tally = {
    sent: 0,
    byStatus: {},
    faults: new Map(),
    counts: emptyCounts(),
    succeeded: new Set(),
    spent: new Map(),
  };
  for (let from = 0; from < n; from += REFRESH_EVERY) {
    if (from > 0) await refresh(target, operations, state);
    const until = Math.min(n, from + REFRESH_EVERY);
    let next = from;
    const worker = async () => {
      for (let index = next++; index < until; index = next++)
        judge(target.document, tally, await shoot(target.url, operations, state, seed, index));
    };
    await Promise.all(Array.from({ length: parallel }, worker));
    onProgress(until);
  }
  const untouched = operations.map(({ name }) => name).filter((name) => !tally.succeeded.has(name));
  const faults = [...tally.faults].map(([kind, { times, example }]) => `${times} × ${kind} (${example})`);
  const slowest = [...tally.spent]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
  return { sent: tally.sent, byStatus: tally.byStatus, counts: tally.counts, faults, untouched, slowest };
}

const emptyCounts = () => ({
  serverErrors: 0,
  unavailable: 0,
  undocumented: 0,
  mismatched: 0,
  leaking: 0,
  brokenOff: 0,
  successes: 0,
});

/** New sessions for those whom the run has signed out, new ids for what it has made. */
async function refresh(target, operations, state) {
  const known = state.people;
  if (known.length > 0) await reviveAccounts(target.query, known);
  state.people = await mintSessions(target.query, target.keyText, target.emails);
  const readers = state.people.filter(({ roles }) => /AUDITOR|ADMIN|APPLICANT_EDITOR/.test(roles.join()));
  for (const { token } of readers.slice(0, 3)) await crawl(operations, reader(target.url, token), state.pool, 15);
  state.calls.clear();
}

/** @param {string} url @param {string} token @returns {import('./pool.mjs').Read} */
export function reader(url, token) {
  return async (path) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, json: isJson ? safeJson(text) : null };
  };
}

function safeJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function shoot(url, operations, state, seed, index) {
  const draw = fc.sample(fc.record({ at: fc.nat(1e6), who: fc.nat(1e6), whose: fc.nat(9) }), {
    seed: seed + index,
    numRuns: 1,
  })[0];
  const operation = operations[draw.at % operations.length];
  const person = personFor(operation, state.people, draw);
  const call = fc.sample(callsFor(operation, state), { seed: seed * 31 + index, numRuns: 1 })[0];
  const headers = { ...call.headers, ...(person ? { authorization: `Bearer ${person.token}` } : {}) };
  const started = performance.now();
  try {
    const response = await fetch(url + call.path, {
      method: call.method,
      headers,
      body: call.body ?? null,
      redirect: 'manual',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const answer = {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: bytes.toString('utf8'),
      retryAfter: response.headers.get('retry-after'),
    };
    return { operation, call, person, index, answer, milliseconds: performance.now() - started };
  } catch (error) {
    return { operation, call, person, index, answer: null, error, milliseconds: performance.now() - started };
  }
}

/** Two thirds by somebody who may, the others by anybody; now and then by nobody. */
function personFor({ roles }, people, { who, whose }) {
  if (whose === 0) return null;
  const allowed =
    roles === null ? people : people.filter((person) => person.roles.some((role) => roles.includes(role)));
  const from = whose <= 6 && allowed.length > 0 ? allowed : people;
  return from[who % from.length];
}

function callsFor(operation, state) {
  const made = state.calls.get(operation) ?? callsOf(state.document, operation, state.pool);
  state.calls.set(operation, made);
  return made;
}

function judge(document, tally, { operation, call, person, index, answer, error, milliseconds }) {
  tally.sent += 1;
  tally.spent.set(operation.name, (tally.spent.get(operation.name) ?? 0) + milliseconds);
  const by = person?.roles.join('+') ?? 'nobody';
  const note = (count, kind, detail) => {
    tally.counts[count] += 1;
    const key = `${operation.name}: ${kind}`;
    const body = typeof call.body === 'string' ? call.body.slice(0, 300) : '';
    const example = `#${index} ${by} ${call.path.slice(0, 200)} ${body} → ${detail}`;
    const seen = tally.faults.get(key);
    tally.faults.set(key, { times: (seen?.times ?? 0) + 1, example: seen?.example ?? example });
  };
  if (answer === null) return note('brokenOff', 'no answer', String(error?.cause ?? error));
  const { status, text } = answer;
  tally.byStatus[status] = (tally.byStatus[status] ?? 0) + 1;
  // Readiness may say on a crowded machine that the database was slow: that is its answer, not a refusal of work.
  const isReadiness = operation.path.startsWith('/health/') && status === 503;
  if (!isReadiness && status === 503 && answer.retryAfter !== null)
    note('unavailable', '503 with Retry-After', text.slice(0, 300));
  else if (!isReadiness && status >= 500) note('serverErrors', String(status), text.slice(0, 300));
  const faults = answerFaults(document, operation, answer);
  if (faults.some((fault) => fault.endsWith('not documented')))
    note('undocumented', `${status} undocumented`, text.slice(0, 300));
  else if (faults.length > 0)
    note('mismatched', faults[0].replace(/\[\d+\]/g, '[]'), `${status} ${faults.join('; ').slice(0, 300)}`);
  if (status >= 400 && LEAKS.test(text)) note('leaking', 'inside shown', text.slice(0, 300));
  if (status >= 200 && status < 400) {
    tally.counts.successes += 1;
    tally.succeeded.add(operation.name);
  }
}
