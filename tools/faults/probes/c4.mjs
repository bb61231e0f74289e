import { randomUUID } from 'node:crypto';
import { actBody } from '../acts.mjs';
import { atOnce, count } from '../calls.mjs';
import { exactly } from '../figures.mjs';

const TIMES = 50;

/** The same command fifty times at once with one key, once more, with another body, and without a key. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 3;
  const tally = { effects: 0, foreign: 0, otherBody: 0, noKey: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const key = randomUUID();
    const body = actBody('LOCK', [{ kind: 'LOCK', year: 2028, amountCents: 1 }], `Doppelklick ${key}`);
    const send = (index, content, options) => stage.call(index, 'haushalt', 'POST', '/budget-acts', content, options);
    const replies = await atOnce(TIMES, (index) => send(index, body, { key }));
    replies.push(await send(round, body, { key }));
    const stored = new Set(replies.filter(({ status }) => status === 201).map(({ text }) => text));
    const isClean = stored.size === 1 && count(replies, 201, 409) === TIMES + 1 && replies.at(-1)?.status === 201;
    tally.foreign += isClean ? 0 : 1;
    const [row] = await stage.sql('SELECT count(*)::integer AS n FROM budget.budget_act WHERE reason = $1', [
      body.reason,
    ]);
    tally.effects += row.n;
    tally.otherBody += count([await send(round, { ...body, documentReference: 'Anders' }, { key })], 422);
    tally.noKey += count([await send(round, body, { key: null })], 428);
  }
  return [
    exactly('C4-effects', tally.effects, rounds, rounds * (TIMES + 1)),
    exactly('C4-other-answers', tally.foreign, 0, rounds),
    exactly('C4-other-body-422', tally.otherBody, rounds, rounds),
    exactly('C4-no-key-428', tally.noKey, rounds, rounds),
  ];
}
