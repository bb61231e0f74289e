import { randomUUID } from 'node:crypto';
import { actBody } from '../acts.mjs';
import { untilAnswered } from '../calls.mjs';
import { exactly } from '../figures.mjs';
import { startCutter } from '../cutter.mjs';

/** The connection to the database is cut after COMMIT was sent and before its answer: the retry tells the truth. */
export async function probe(stage) {
  const n = stage.rounds ?? 10;
  const cutter = await startCutter(stage.postgresPort());
  const url = new URL(stage.databaseUrl);
  url.port = String(cutter.port);
  const api = await stage.extraApi({ DATABASE_URL: url.href, WIR_JOBS: 'off' });
  const tally = { cut: 0, effects: 0, different: 0, firstOther: 0 };
  try {
    for (let index = 0; index < n; index += 1) {
      const key = randomUUID();
      const reason = `Abgerissen ${key}`;
      const body = actBody('LOCK', [{ kind: 'LOCK', year: 2028, amountCents: 1 }], reason);
      const send = () => stage.call(api, 'haushalt', 'POST', '/budget-acts', body, { key });
      cutter.cutNext();
      const first = await send();
      tally.cut += cutter.hasCut() ? 1 : 0;
      // The portal repeats by itself what has a key; if it cannot, it says so.
      tally.firstOther += [201, 503].includes(first.status) ? 0 : 1;
      const { reply } = await untilAnswered(send);
      const again = await untilAnswered(() => stage.call(index, 'haushalt', 'POST', '/budget-acts', body, { key }));
      tally.different += reply.status === 201 && reply.text === again.reply.text ? 0 : 1;
      const [row] = await stage.sql('SELECT count(*)::integer AS n FROM budget.budget_act WHERE reason = $1', [reason]);
      tally.effects += row.n;
    }
  } finally {
    await api.stop();
    await cutter.close();
  }
  return [
    exactly('K6-cut', tally.cut, n, n),
    exactly('K6-effects', tally.effects, n, n),
    exactly('K6-other-answers', tally.different, 0, n),
    exactly('K6-first-neither-201-nor-503', tally.firstOther, 0, n),
  ];
}
