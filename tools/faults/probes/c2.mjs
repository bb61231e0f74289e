import { centsOf, deadlocks, freeAll, propose, release, setFree } from '../acts.mjs';
import { atOnce, count, inLanes } from '../calls.mjs';
import { exactly } from '../figures.mjs';

const YEARS = [2026, 2027, 2028, 2029, 2030];
const AMOUNT = 100_000;
const CASES = 30;
const FULL_YEAR = 2029;
const FIT = 7;

/** Thirty acts over five years each, years in random order, one year full: all of an act or nothing of it. */
export async function probe(stage) {
  const rounds = stage.rounds ?? 2;
  const before = await deadlocks(stage);
  let partial = 0;
  let wrong = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const year of YEARS) await freeAll(stage, year);
    const ids = await inLanes(CASES, (index) => {
      const lines = shuffled(YEARS, stage.random).map((year) => ({ kind: 'LOCK', year, amountCents: AMOUNT }));
      return propose(stage, index, 'LOCK', lines);
    });
    await setFree(stage, FULL_YEAR, FIT * AMOUNT + AMOUNT - 1);
    const free = await Promise.all(YEARS.map((year) => centsOf(stage, 'free', year)));
    const replies = await atOnce(CASES, (index) => release(stage, index, ids[index]));
    const left = await Promise.all(YEARS.map((year) => centsOf(stage, 'free', year)));
    const booked = await stage.sql(
      'SELECT act_id, count(*)::integer AS n FROM budget.transfer WHERE act_id = ANY ($1) GROUP BY act_id',
      [ids],
    );
    partial += booked.filter(({ n }) => n !== YEARS.length).length;
    const isExact = free.every((cents, index) => cents - left[index] === FIT * AMOUNT);
    if (!isExact || count(replies, 200) !== FIT || count(replies, 409) !== CASES - FIT) wrong += 1;
  }
  for (const year of YEARS) await freeAll(stage, year);
  return [
    exactly('C2-partial', partial, 0, rounds * CASES),
    exactly('C2-rounds-wrong', wrong, 0, rounds),
    exactly('C2-deadlocks', (await deadlocks(stage)) - before, 0, rounds * CASES),
  ];
}

function shuffled(values, random) {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
