import { setTimeout as delay } from 'node:timers/promises';
import { atMost, exactly } from '../figures.mjs';
import { grantedCase } from '../money.mjs';

const WORKERS = 4;
const MESSAGES = 1_000;
const PER_SECOND = 40;
const PATIENCE_MS = 180_000;
const EVENT = 'application.ready-to-sign';
/** As the portal puts them into the queue with a command, forty of them in one statement. */
const ENQUEUE = `
INSERT INTO pgboss.job (name, data, singleton_key, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, heartbeat_seconds, deletion_seconds, keep_until)
SELECT q.name, jsonb_build_object('event', $1::text, 'occurrence', n, 'applicationId', $2::text), gen_random_uuid()::text, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
  q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds, now() + interval '1 day'
FROM pgboss.queue q, generate_series($3::integer, $4::integer) AS n WHERE q.name = 'notifications.event'`;
const MINE = `j.name = 'notifications.event' AND j.data->>'event' = $1 AND (j.data->>'occurrence')::integer >= $2`;
const WAITING = `SELECT count(*)::integer AS n FROM pgboss.job j WHERE ${MINE} AND j.state <> 'completed'`;
const AGES = `SELECT count(*)::integer AS n, coalesce(max(extract(epoch FROM j.completed_on - j.created_on)), 0)::float8 AS oldest,
  count(*) FILTER (WHERE j.retry_count > 0)::integer AS repeated FROM pgboss.job j WHERE ${MINE} AND j.state = 'completed'`;
const EFFECTS = `SELECT count(DISTINCT event_key)::integer AS keys, count(*)::integer AS rows,
  (SELECT count(DISTINCT recipient_account_id)::integer FROM notifications.outbound_message WHERE event_key LIKE $1) AS people
  FROM notifications.outbound_message WHERE event_key LIKE $1`;

/** Four workers; one of them is killed each second and comes back, while a thousand messages are to be delivered. */
export async function probe(stage) {
  const { applicationId } = await grantedCase(stage);
  const first = 1_000_000 + (stage.seed % 1_000) * 10_000;
  const usual = stage.apis.length;
  for (let index = usual; index < WORKERS; index += 1) await stage.startApi(index);
  const tally = { kills: 0 };
  try {
    let isOver = false;
    const killing = killOneEachSecond(stage, () => isOver, tally);
    for (let sent = 0; sent < MESSAGES; sent += PER_SECOND) {
      await stage.sql(ENQUEUE, [EVENT, applicationId, first + sent, first + Math.min(sent + PER_SECOND, MESSAGES) - 1]);
      await delay(1_000);
    }
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && (await stage.sql(WAITING, [EVENT, first]))[0].n > 0) await delay(500);
    isOver = true;
    await killing;
  } finally {
    for (let index = usual; index < stage.apis.length; index += 1) await stage.killApi(index);
    stage.apis.length = usual;
  }
  const [ages] = await stage.sql(AGES, [EVENT, first]);
  const [effects] = await stage.sql(EFFECTS, [`${EVENT}:${applicationId}:${String(first).slice(0, 3)}%`]);
  return [
    exactly('C12-delivered', ages.n, MESSAGES, tally.kills),
    exactly('C12-effects', effects.keys, MESSAGES, MESSAGES),
    exactly('C12-double-effects', effects.rows - effects.keys * effects.people, 0, ages.repeated),
    atMost('C12-oldest-seconds', Math.round(ages.oldest), 60, MESSAGES),
  ];
}

/** In turn; whoever was killed is started again at once, as a service manager would. */
async function killOneEachSecond(stage, isOver, tally) {
  const starting = new Map();
  for (let turn = 0; !isOver(); turn += 1) {
    const index = turn % WORKERS;
    await Promise.all([starting.get(index), delay(1_000)]);
    await stage.killApi(index);
    tally.kills += 1;
    starting.set(index, stage.startApi(index));
  }
  await Promise.all(starting.values());
}
