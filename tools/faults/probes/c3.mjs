import { centsOf, freeAll, propose, release, setFree } from '../acts.mjs';
import { count } from '../calls.mjs';
import { exactly } from '../figures.mjs';

const CENTS = 1_000;
const line = (kind, year) => ({ kind, year, amountCents: CENTS });

/** Two commands that are each allowed alone and together are not, started at the same moment in two processes. */
export async function probe(stage) {
  const pairs = stage.rounds ?? 10;
  const broken = { sameOfficer: 0, sameAct: 0, carriedTwice: 0, ceilingLowered: 0 };
  for (let pair = 0; pair < pairs; pair += 1) {
    if (!(await oneOfTwoPersons(stage, pair))) broken.sameOfficer += 1;
    if (!(await oneEffect(stage, pair))) broken.sameAct += 1;
    if (!(await lastCents(stage, 2026, ['CARRY_OVER', 'CARRY_OVER']))) broken.carriedTwice += 1;
    if (!(await lastCents(stage, 2028, ['APPROPRIATION_CHANGE', 'LOCK']))) broken.ceilingLowered += 1;
  }
  for (const year of [2026, 2028, 2030]) await freeAll(stage, year);
  return [
    exactly('C3-same-officer', broken.sameOfficer, 0, pairs),
    exactly('C3-same-act-twice', broken.sameAct, 0, pairs),
    exactly('C3-carried-over-twice', broken.carriedTwice, 0, pairs),
    exactly('C3-ceiling-lowered', broken.ceilingLowered, 0, pairs),
  ];
}

/** The proposer releases his own act in both processes: never. */
async function oneOfTwoPersons(stage, pair) {
  const id = await propose(stage, pair, 'LOCK', [line('LOCK', 2030)]);
  const replies = await Promise.all([0, 1].map((index) => release(stage, index, id, 'haushalt')));
  return count(replies, 403) === 2;
}

/** Two others release the same act at once: it is booked once. */
async function oneEffect(stage, pair) {
  const id = await propose(stage, pair, 'LOCK', [line('LOCK', 2030)]);
  const replies = await Promise.all([0, 1].map((index) => release(stage, index, id)));
  const [row] = await stage.sql('SELECT count(*)::integer AS n FROM budget.transfer WHERE act_id = $1', [id]);
  return count(replies, 200) === 1 && count(replies, 409) === 1 && row.n === 1;
}

/** Two acts that each take all that is left of a year. */
async function lastCents(stage, year, kinds) {
  await setFree(stage, year, CENTS);
  const ids = [];
  for (const [index, kind] of kinds.entries()) ids.push(await propose(stage, index, kind, linesOf(kind, year)));
  const replies = await Promise.all(ids.map((id, index) => release(stage, index, id)));
  return count(replies, 200) === 1 && count(replies, 409) === 1 && (await centsOf(stage, 'free', year)) === 0;
}

function linesOf(kind, year) {
  if (kind === 'CARRY_OVER') return [line('CARRY_OUT', year), line('CARRY_IN', year + 1)];
  return [line(kind === 'LOCK' ? 'LOCK' : 'CUT', year)];
}
