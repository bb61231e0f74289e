import { setTimeout as delay } from 'node:timers/promises';
import { grantedCase } from './money.mjs';

const EVENT = 'application.ready-to-sign';
/** As the portal puts them into the queue with a command, many in one statement. */
const ENQUEUE = `
INSERT INTO pgboss.job (name, data, singleton_key, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, heartbeat_seconds, deletion_seconds, keep_until)
SELECT q.name, jsonb_build_object('event', $1::text, 'occurrence', n, 'applicationId', $2::text), gen_random_uuid()::text, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
  q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds, now() + interval '1 day'
FROM pgboss.queue q, generate_series($3::integer, $4::integer) AS n WHERE q.name = 'notifications.event'`;
const MINE = `j.name = 'notifications.event' AND j.data->>'event' = $1 AND (j.data->>'occurrence')::integer >= $2`;
const WAITING = `SELECT count(*)::integer AS n FROM pgboss.job j WHERE ${MINE} AND j.state NOT IN ('completed', 'failed', 'cancelled')`;
const AGES = `SELECT count(*)::integer AS delivered, coalesce(max(extract(epoch FROM j.completed_on - j.created_on)), 0)::float8 AS oldest,
  count(*) FILTER (WHERE j.retry_count > 0)::integer AS repeated FROM pgboss.job j WHERE ${MINE} AND j.state = 'completed'`;
const EFFECTS = `SELECT count(DISTINCT event_key)::integer AS keys, count(*)::integer AS rows, count(DISTINCT recipient_account_id)::integer AS people
FROM notifications.outbound_message WHERE event_key LIKE $1 AND split_part(event_key, ':', 3)::integer >= $2`;

let nextNumber = 1_000_000;

/** A series of messages about one case, each of which has to reach its receiver once. @param {import('./stage.mjs').Stage} stage */
export async function seriesOfMessages(stage) {
  const { applicationId } = await grantedCase(stage);
  nextNumber += 100_000;
  const first = nextNumber;
  let sent = 0;
  const mine = [EVENT, first];
  return {
    async send(count) {
      await stage.sql(ENQUEUE, [EVENT, applicationId, first + sent, first + sent + count - 1]);
      sent += count;
    },
    async untilDelivered(patienceMs) {
      const until = Date.now() + patienceMs;
      while (Date.now() < until && (await stage.sql(WAITING, mine))[0].n > 0) await delay(500);
    },
    /** @returns {Promise<{ delivered: number, oldest: number, repeated: number, keys: number, rows: number, people: number, sent: number }>} */
    async figures() {
      const [ages] = await stage.sql(AGES, mine);
      const [effects] = await stage.sql(EFFECTS, [`${EVENT}:${applicationId}:%`, first]);
      return { ...ages, ...effects, sent };
    },
  };
}
