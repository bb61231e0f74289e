import { setTimeout as delay } from 'node:timers/promises';
import { atMost, exactly } from '../figures.mjs';
import { writeUnder } from '../writers.mjs';

const TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'wir_app'";

/** Every connection of the portal is ended by the server, again and again, while it works. */
export async function probe(stage) {
  const times = stage.rounds ?? 5;
  let backMs = 0;
  const outcome = await writeUnder(stage, 8, async () => {
    for (let time = 0; time < times; time += 1) {
      await delay(2_000);
      await stage.sql(TERMINATE);
    }
    const started = performance.now();
    for (const index of [0, 1])
      while ((await stage.call(index, 'haushalt', 'GET', '/budget')).status !== 200) await delay(50);
    backMs = Math.round(performance.now() - started);
  });
  return [
    exactly('K7-acknowledged-lost', outcome.lost, 0, outcome.acknowledged),
    exactly('K7-double-effects', outcome.double, 0, outcome.acknowledged),
    exactly('K7-other-than-503', outcome.unexpected, 0, outcome.acknowledged + outcome.unavailable),
    atMost('K7-normal-after-ms', backMs, 5_000, times),
  ];
}
