import { setTimeout as delay } from 'node:timers/promises';
import { atMost, exactly } from '../figures.mjs';
import { seriesOfMessages } from '../messages.mjs';

const WORKERS = 4;
const MESSAGES = 1_000;
const PER_SECOND = 40;
const PATIENCE_MS = 180_000;

/** Four workers; one of them is killed each second and comes back, while a thousand messages are to be delivered. */
export async function probe(stage) {
  const messages = await seriesOfMessages(stage);
  const usual = stage.apis.length;
  for (let index = usual; index < WORKERS; index += 1) await stage.startApi(index);
  const tally = { kills: 0 };
  try {
    let isOver = false;
    const killing = killOneEachSecond(stage, () => isOver, tally);
    for (let sent = 0; sent < MESSAGES; sent += PER_SECOND) {
      await messages.send(PER_SECOND);
      await delay(1_000);
    }
    await messages.untilDelivered(PATIENCE_MS);
    isOver = true;
    await killing;
  } finally {
    for (let index = usual; index < stage.apis.length; index += 1) await stage.killApi(index);
    stage.apis.length = usual;
  }
  const { delivered, keys, rows, people, repeated, oldest } = await messages.figures();
  return [
    exactly('C12-delivered', delivered, MESSAGES, tally.kills),
    exactly('C12-effects', keys, MESSAGES, MESSAGES),
    exactly('C12-double-effects', rows - keys * people, 0, repeated),
    atMost('C12-oldest-seconds', Math.round(oldest), 60, MESSAGES),
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
