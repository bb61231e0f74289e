import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { actBody, freeAll, propose } from '../acts.mjs';
import { untilAnswered } from '../calls.mjs';
import { exactly } from '../figures.mjs';
import { checkedRequest } from '../money.mjs';

/** kill −9 of the API 0–400 ms after a command was sent; restart; the client repeats with the same key. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 3;
  const flows = { propose: proposal, release: releasing, order: ordering };
  const tally = { notOnce: 0, unanswered: 0, n: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const prepare of Object.values(flows)) {
      const { as, path, body, effects } = await prepare(stage, round);
      const key = randomUUID();
      const send = () => stage.call(0, as, 'POST', path, body, { key });
      const first = send();
      await delay(stage.random() * 400);
      await stage.killApi(0);
      const early = await first;
      await stage.startApi(0);
      const { reply } = await untilAnswered(send);
      tally.n += 1;
      const isSame = early.status === 0 || early.status >= 500 || early.text === reply.text;
      if (reply.status >= 300 || !isSame) tally.unanswered += 1;
      if ((await effects()) !== 1) tally.notOnce += 1;
    }
  }
  await freeAll(stage, 2029);
  return [
    exactly('K1-not-exactly-once', tally.notOnce, 0, tally.n),
    exactly('K1-answer-lost', tally.unanswered, 0, tally.n),
  ];
}

const counted = (stage, sql, value) => async () => (await stage.sql(sql, [value]))[0].n;
const LINES = [{ kind: 'LOCK', year: 2029, amountCents: 1 }];

async function proposal(stage) {
  const body = actBody('LOCK', LINES, `Abbruch ${randomUUID()}`);
  const sql = 'SELECT count(*)::integer AS n FROM budget.budget_act WHERE reason = $1';
  return { as: 'haushalt', path: '/budget-acts', body, effects: counted(stage, sql, body.reason) };
}

async function releasing(stage) {
  const id = await propose(stage, 1, 'LOCK', LINES);
  const sql = 'SELECT count(*)::integer AS n FROM budget.transfer WHERE act_id = $1';
  return { as: 'haushalt2', path: `/budget-acts/${id}/application`, body: {}, effects: counted(stage, sql, id) };
}

async function ordering(stage, round) {
  const id = await checkedRequest(stage, 20_000 + round);
  const sql = 'SELECT count(*)::integer AS n FROM disbursements.payment_order WHERE disbursement_request_id = $1';
  return { as: 'anordnung', path: `/disbursement-requests/${id}/order`, body: {}, effects: counted(stage, sql, id) };
}
