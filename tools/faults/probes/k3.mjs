import { setTimeout as delay } from 'node:timers/promises';
import { exactly, atMost } from '../figures.mjs';
import { writeUnder } from '../writers.mjs';

const WRITERS = 8;

/** kill −9 of the postmaster under eight writers; then it is started again, as a service manager would. */
export async function probe(stage) {
  const kills = stage.rounds ?? 3;
  const tally = { ready503: 0, backMs: 0 };
  const outcome = await writeUnder(stage, WRITERS, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await delay(500 + stage.random() * 1_000);
      await stage.killPostgres();
      await delay(300);
      const { status } = await stage.call(kill, 'admin', 'GET', '/health/ready');
      tally.ready503 += status === 503 ? 1 : 0;
      await startAgain(stage);
      tally.backMs = Math.max(tally.backMs, await untilReady(stage));
    }
  });
  return [
    exactly('K3-acknowledged-lost', outcome.lost, 0, outcome.acknowledged),
    exactly('K3-double-effects', outcome.double, 0, outcome.acknowledged),
    exactly('K3-ready-503-meanwhile', tally.ready503, kills, kills),
    atMost('K3-reconnect-ms', tally.backMs, 10_000, kills),
  ];
}

/** Backends of the killed server need a moment to notice; until then a new one refuses to start. */
async function startAgain(stage) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await stage.startPostgres();
    } catch (error) {
      if (attempt === 20) throw error;
      await delay(250);
    }
  }
}

async function untilReady(stage) {
  const started = performance.now();
  for (const index of [0, 1])
    while (
      (await stage.call(index, 'haushalt', 'GET', '/budget')).status !== 200 &&
      performance.now() - started < 30_000
    )
      await delay(50);
  return Math.round(performance.now() - started);
}
