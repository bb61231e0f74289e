import { randomUUID } from 'node:crypto';
import { actBody } from './acts.mjs';
import { untilAnswered } from './calls.mjs';

/**
 * Writers propose acts while `fault` happens; each repeats its command with the same key until it is answered.
 *
 * @param {import('./stage.mjs').Stage} stage @param {number} writers @param {() => Promise<void>} fault
 */
export async function writeUnder(stage, writers, fault) {
  const run = randomUUID();
  const answered = [];
  const seen = [];
  let isOver = false;
  const write = async (lane) => {
    for (let turn = 0; !isOver; turn += 1) {
      const body = actBody('LOCK', [{ kind: 'LOCK', year: 2030, amountCents: 1 }], `${run} ${lane} ${turn}`);
      const key = randomUUID();
      const { reply, seen: statuses } = await untilAnswered((attempt) =>
        stage.call(lane + attempt, 'haushalt', 'POST', '/budget-acts', body, { key }),
      );
      seen.push(...statuses);
      if (reply.status === 201) answered.push({ id: reply.json.id, reason: body.reason });
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, lane) => write(lane)));
  try {
    await fault();
  } finally {
    isOver = true;
    await writing;
  }
  const rows = await stage.sql('SELECT id, reason FROM budget.budget_act WHERE reason LIKE $1', [`${run} %`]);
  const stored = new Set(rows.map(({ id }) => id));
  return {
    acknowledged: answered.length,
    lost: answered.filter(({ id }) => !stored.has(id)).length,
    double: rows.length - new Set(rows.map(({ reason }) => reason)).size,
    unexpected: seen.filter((status) => status !== 201 && status !== 503 && status !== 409).length,
    unavailable: seen.filter((status) => status === 503).length,
  };
}
