import { accepted } from './calls.mjs';

/** Who releases; the proposer is always `haushalt`. */
export const RELEASERS = ['haushalt2', 'leitung'];

export const actBody = (kind, lines, reason = 'Störprobe') => ({
  kind,
  reason,
  documentReference: 'Störprobe',
  lines,
  ...(kind === 'CARRY_OVER' ? { consentReference: 'HMdF Störprobe', carryOverEndsOn: '2027-12-31' } : {}),
});

/** @returns {Promise<string>} id of the proposed act */
export async function propose(stage, index, kind, lines, reason) {
  const reply = await stage.call(index, 'haushalt', 'POST', '/budget-acts', actBody(kind, lines, reason));
  return accepted(reply, `${kind} vorschlagen`).id;
}

export const release = (stage, index, id, as = RELEASERS[index % 2], options = {}) =>
  stage.call(index, as, 'POST', `/budget-acts/${id}/application`, {}, options);

/** @returns {Promise<number>} cents of the main line's account */
export async function centsOf(stage, kind, year) {
  const [row] = await stage.sql(
    `SELECT coalesce(sum(a.balance_cents), 0)::bigint AS cents FROM budget.account a
     WHERE a.kind = $1 AND a.budget_year = $2 AND a.due_year IS NULL`,
    [kind, year],
  );
  return Number(row?.cents);
}

/** Leaves exactly so much free in a year by locking or unlocking the rest, as the budget office would. */
export async function setFree(stage, year, cents) {
  const surplus = (await centsOf(stage, 'free', year)) - cents;
  if (surplus === 0) return;
  const kind = surplus > 0 ? 'LOCK' : 'UNLOCK';
  const id = await propose(stage, 0, kind, [{ kind, year, amountCents: Math.abs(surplus) }]);
  accepted(await release(stage, 0, id), `${kind} ${year}`);
}

/** Unlocks everything again. */
export async function freeAll(stage, year) {
  await setFree(stage, year, (await centsOf(stage, 'free', year)) + (await centsOf(stage, 'locked', year)));
}

export async function deadlocks(stage) {
  const [row] = await stage.sql('SELECT deadlocks::integer FROM pg_stat_database WHERE datname = current_database()');
  return row?.deadlocks ?? 0;
}
