import { readFileSync } from 'node:fs';
import { centsOf, freeAll, propose, release } from '../acts.mjs';
import { inRoot } from '../../lib/root.mjs';
import { exactly } from '../figures.mjs';

const YEARS = [2027, 2028, 2029, 2030];
const WRITERS = 16;
const READERS = 4;
const RECONCILE = readFileSync(inRoot('libs/budget/api/src/data/reconcile.sql'), 'utf8');
/** The Ansatz is a liability of the outside: without bookings from outside, what lies inside a year stays the same. */
const WRONG_YEARS = `
SELECT budget_year FROM budget.account WHERE due_year IS NULL AND budget_year = ANY ($1)
GROUP BY budget_year HAVING min(balance_cents) FILTER (WHERE kind IN ('free', 'locked', 'reserved', 'committed')) < 0`;

/** Bank test: sixteen writers move money about, readers look at whole snapshots; --rounds is seconds here. */
export async function probe(stage) {
  const seconds = stage.rounds ?? 15;
  const until = Date.now() + seconds * 1_000;
  const tally = { reads: 0, wrong: 0, writes: 0, serverErrors: 0 };
  const before = await inside(stage);
  const writers = Array.from({ length: WRITERS }, (_, index) => write(stage, index, until, tally));
  const readers = Array.from({ length: READERS }, () => read(stage, until, tally));
  await Promise.all([...writers, ...readers]);
  const after = await inside(stage);
  for (const year of YEARS) await freeAll(stage, year);
  return [
    exactly('C9-wrong-totals', tally.wrong, 0, tally.reads),
    exactly('C9-total-moved-cents', after - before, 0, tally.writes),
    exactly('C9-server-errors', tally.serverErrors, 0, tally.writes),
  ];
}

/** Locking and unlocking, shifting between years: the sum over the years never changes. */
async function write(stage, index, until, tally) {
  while (Date.now() < until) {
    const [year, other] = [pick(stage, YEARS), pick(stage, YEARS)];
    const amountCents = 1 + Math.floor(stage.random() * 100_000);
    const kind = pick(stage, ['LOCK', 'UNLOCK', 'REPHASE']);
    const lines =
      kind === 'REPHASE'
        ? [
            { kind: 'REPHASE_OUT', year, amountCents },
            { kind: 'REPHASE_IN', year: other, amountCents },
          ]
        : [{ kind, year, amountCents }];
    // Refusals are part of it: nothing locked to unlock, the same year twice.
    const id = await propose(stage, index, kind, lines).catch(() => null);
    if (id === null) continue;
    const { status } = await release(stage, index, id);
    tally.writes += status === 200 ? 1 : 0;
    tally.serverErrors += status === 0 || status >= 500 ? 1 : 0;
  }
}

async function read(stage, until, tally) {
  const client = await stage.connect();
  try {
    while (Date.now() < until) {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const findings = await client.query(RECONCILE);
      const years = await client.query(WRONG_YEARS, [YEARS]);
      await client.query('COMMIT');
      tally.reads += 1;
      tally.wrong += findings.rowCount + years.rowCount;
    }
  } finally {
    await client.end();
  }
}

async function inside(stage) {
  let cents = 0;
  for (const year of YEARS) cents += (await centsOf(stage, 'free', year)) + (await centsOf(stage, 'locked', year));
  return cents;
}

const pick = (stage, values) => values[Math.floor(stage.random() * values.length)];
