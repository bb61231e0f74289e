import { randomUUID } from 'node:crypto';
import { untilAnswered } from '../calls.mjs';
import { exactly } from '../figures.mjs';
import { importing, proposing, running } from '../flows.mjs';
import { seriesOfMessages } from '../messages.mjs';

/** Where the process is killed, in what it is doing, and how much of it is there afterwards; null: on its way. */
const POINTS = [
  ['command.before-commit@/budget-acts', proposing, 0],
  ['command.after-commit@/budget-acts', proposing, 1],
  ['payment-run.before-commit', running, 0],
  ['payment-run.after-exporting', running, null],
  ['payment-run.after-file', running, null],
  ['payment-run.after-file#2', running, null],
  ['payment-run.after-register', running, null],
  ['payment-run.before-exported', running, null],
  ['payment-run.after-commit', running, 1],
  ['import.before-commit', importing, 0],
  ['import.after-commit', importing, 1],
];
const MESSAGES = 20;

/** kill −9 between two named steps of a command, a payment run, an import and a delivery; the client repeats with its key. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 1;
  const tally = { n: 0, survived: [], before: [], notOnce: [], different: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [point, prepare, there] of POINTS) await killAt(stage, point, await prepare(stage), there, tally);
  const claims = await killAfterClaim(stage, rounds);
  const figure = (id, places) => ({
    ...exactly(id, places.length, 0, tally.n),
    ...(places.length > 0 ? { places: [...new Set(places)] } : {}),
  });
  return [
    figure('K2-not-killed', tally.survived),
    figure('K2-other-state-after-kill', tally.before),
    figure('K2-not-exactly-once', tally.notOnce),
    figure('K2-other-answer', tally.different),
    exactly('K2-claims-killed', claims.killed, rounds, rounds),
    exactly('K2-messages-delivered', claims.delivered, claims.sent, claims.sent),
    exactly('K2-messages-double', claims.double, 0, claims.sent),
  ];
}

async function killAt(stage, point, { as, path, body, formOf, effects }, there, tally) {
  const doomed = await stage.doomedApi(point, { WIR_JOBS: 'off' });
  const key = randomUUID();
  const send = (api) => stage.call(api, as, 'POST', path, body, { key, form: formOf?.() });
  tally.n += 1;
  const first = await send(doomed);
  if (first.status !== 0 || !(await doomed.isGone())) tally.survived.push(`${point} ${first.status} ${first.text}`);
  if (there !== null && (await effects()) !== there) tally.before.push(point);
  const { reply } = await untilAnswered((attempt) => send(attempt));
  const { reply: again } = await untilAnswered((attempt) => send(attempt + 1));
  const isGood = reply.status >= 200 && reply.status < 300 && again.text === reply.text;
  if (!isGood) tally.different.push(`${point} ${reply.status} ${reply.text.slice(0, 200)}`);
  if ((await effects()) !== 1) tally.notOnce.push(point);
  await doomed.stop();
}

/** A worker dies with messages in its hands; the others take them over. */
async function killAfterClaim(stage, rounds) {
  const messages = await seriesOfMessages(stage);
  let killed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const doomed = await stage.doomedApi('outbox.after-claim@notifications.event');
    for (let turn = 0; turn < 20 && !(await doomed.isGone()); turn += 1) await messages.send(MESSAGES);
    killed += (await doomed.isGone()) ? 1 : 0;
    await doomed.stop();
  }
  await messages.untilDelivered(120_000);
  const { delivered, sent, rows, keys, people } = await messages.figures();
  return { killed, delivered, sent, double: rows - keys * people + (sent - keys) };
}
