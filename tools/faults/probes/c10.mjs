import { setTimeout as delay } from 'node:timers/promises';
import { freeAll, propose, release } from '../acts.mjs';
import { atOnce, count } from '../calls.mjs';
import { atMost, exactly } from '../figures.mjs';

const YEAR = 2028;
const WAITERS = 6;
/** Who stands behind another waiter waits for the row of the year (≤ 5 s, statement_timeout) and then for the account (3 s). */
const QUEUE_MS = 8_500;
const LOCK = `SELECT 1 FROM budget.account WHERE budget_year = $1 FOR UPDATE`;

/** Somebody's session holds the rows of a year; --rounds is how many seconds. */
export async function probe(stage) {
  const seconds = stage.rounds ?? 12;
  const ids = [];
  for (let index = 0; index <= WAITERS; index += 1)
    ids.push(await propose(stage, index, 'LOCK', [{ kind: 'LOCK', year: YEAR, amountCents: 1 }]));
  const holder = await stage.connect();
  const health = { stop: false, wrong: 0, n: 0 };
  const watching = watch(stage, health);
  await holder.query('BEGIN');
  await holder.query(LOCK, [YEAR]);
  const held = delay(seconds * 1_000);
  const replies = await atOnce(WAITERS, (index) => release(stage, index, ids[index]));
  const reads = await atOnce(10, (index) => stage.call(index, 'haushalt', 'GET', '/budget'));
  await held;
  await holder.query('ROLLBACK');
  await holder.end();
  const after = await release(stage, 0, ids[WAITERS]);
  health.stop = true;
  await watching;
  await freeAll(stage, YEAR);
  const waited = replies.map(({ milliseconds }) => milliseconds);
  return [
    exactly(
      'C10-503-with-retry-after',
      replies.filter(({ status, retryAfter }) => status === 503 && retryAfter !== null).length,
      WAITERS,
      WAITERS,
    ),
    atMost('C10-first-refusal-ms', Math.round(Math.min(...waited)), 3_500, WAITERS),
    atMost('C10-slowest-refusal-ms', Math.round(Math.max(...waited)), QUEUE_MS, WAITERS),
    exactly('C10-reads-meanwhile', count(reads, 200), 10, 10),
    exactly('C10-health-not-200', health.wrong, 0, health.n),
    atMost('C10-first-afterwards-ms', after.status === 200 ? Math.round(after.milliseconds) : 99_999, 1_000, 1),
  ];
}

async function watch(stage, health) {
  while (!health.stop) {
    for (const path of ['/health/live', '/health/ready']) {
      health.n += 1;
      if ((await stage.call(health.n, 'admin', 'GET', path)).status !== 200) health.wrong += 1;
    }
    await delay(100);
  }
}
