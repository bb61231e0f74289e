import { centsOf, freeAll, propose, release, setFree } from '../acts.mjs';
import { atOnce, count, inLanes, percentile } from '../calls.mjs';
import { atMost, exactly } from '../figures.mjs';

const YEAR = 2027;
const AMOUNT = 1_000_000;
const CASES = 50;

/** Fifty second signatures at once against what is left of one year, by two persons in two processes. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 3;
  const tally = { wrong: 0, overCents: 0, serverErrors: 0, times: [] };
  for (let round = 0; round < rounds; round += 1) {
    const fit = 1 + Math.floor(stage.random() * (CASES - 2));
    await freeAll(stage, YEAR);
    const ids = await inLanes(CASES, (index) =>
      propose(stage, index, 'LOCK', [{ kind: 'LOCK', year: YEAR, amountCents: AMOUNT }]),
    );
    const headroom = fit * AMOUNT + Math.floor(stage.random() * AMOUNT);
    await setFree(stage, YEAR, headroom);
    const replies = await atOnce(CASES, (index) => release(stage, index, ids[index]));
    const left = await centsOf(stage, 'free', YEAR);
    if (count(replies, 200) !== fit || count(replies, 409) !== CASES - fit || left !== headroom - fit * AMOUNT)
      tally.wrong += 1;
    tally.overCents += Math.max(0, -left);
    tally.serverErrors += replies.filter(({ status }) => status === 0 || status >= 500).length;
    tally.times.push(...replies.map(({ milliseconds }) => milliseconds));
  }
  await freeAll(stage, YEAR);
  const n = rounds * CASES;
  return [
    exactly('C1-rounds-wrong', tally.wrong, 0, rounds),
    exactly('C1-over-commit-cents', tally.overCents, 0, rounds),
    exactly('C1-server-errors', tally.serverErrors, 0, n),
    atMost('C1-p95-ms', percentile(tally.times, 0.95), 1_000, n),
  ];
}
