import { setTimeout as delay } from 'node:timers/promises';
import { atOnce, percentile } from '../calls.mjs';
import { atMost, exactly } from '../figures.mjs';

const REQUESTS = 200;
/** What every request reads first: whoever holds it makes sleepers of all connections of the pool. */
const HOLD = 'LOCK TABLE identity.session IN ACCESS EXCLUSIVE MODE';
/** The portal's own bound for queueing at the pool (connectTimeoutMS) and waiting for a lock (lock_timeout). */
const BOUND_MS = 8_000 + 3_000 + 1_000;

/** All connections of the pool sleep while two hundred requests come. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 1;
  const tally = { other: 0, slowest: 0, live: [], backMs: 0, n: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const holder = await stage.connect();
    await holder.query('BEGIN');
    await holder.query(HOLD);
    const asked = atOnce(REQUESTS, () => stage.call(0, 'haushalt', 'GET', '/budget'));
    for (let look = 0; look < 60; look += 1) {
      await delay(40);
      const { status, milliseconds } = await stage.call(0, 'admin', 'GET', '/health/live');
      tally.live.push(status === 200 ? milliseconds : 99_999);
    }
    await delay(3_000);
    await holder.query('ROLLBACK');
    await holder.end();
    const started = performance.now();
    const replies = await asked;
    while ((await stage.call(0, 'haushalt', 'GET', '/budget')).status !== 200) await delay(20);
    tally.backMs = Math.max(tally.backMs, Math.round(performance.now() - started));
    tally.n += replies.length;
    tally.other += replies.filter(({ status, retryAfter }) => status !== 200 && !(status === 503 && retryAfter)).length;
    tally.slowest = Math.max(tally.slowest, ...replies.map(({ milliseconds }) => milliseconds));
  }
  return [
    exactly('K8-neither-200-nor-503', tally.other, 0, tally.n),
    atMost('K8-slowest-answer-ms', Math.round(tally.slowest), BOUND_MS, tally.n),
    atMost('K8-liveness-p95-ms', percentile(tally.live, 0.95), 50, tally.live.length),
    atMost('K8-back-ms', tally.backMs, 1_000, rounds),
  ];
}
