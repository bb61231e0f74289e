import { step } from '../lib/terminal.mjs';
import { median } from './compare.mjs';

const SMALL = 10_000;
const LARGE = 1_000_000;
const REQUESTS = 200;
const MONTHS = 60;
/** What was booked up to now must be what the accounts say, or the months between are wrong too. */
const DIFFERENCES = `
SELECT count(*)::integer AS n FROM budget.account a LEFT JOIN budget.balances_at(now()) b ON b.account_id = a.id WHERE a.balance_cents <> coalesce(b.balance_cents, 0)`;

/** @returns {Promise<{ milliseconds: number, pages: number }>} of the matrix as the ledger is now */
export async function measureMatrix({ asked }, pages) {
  const { url, next } = asked.budget.portal;
  const times = await timesOf(REQUESTS, () => ({ url, ...next() }));
  return { milliseconds: median(times), pages: await pages() };
}

/**
 * The matrix and the look back at a million transfers of five years, one request after the other: what one person waits for,
 * the way through HTTP included.
 *
 * @param {any} context @param {{ milliseconds: number, pages: number }} before the matrix at 10,000 transfers
 * @param {() => Promise<number>} pages
 */
export async function* large(context, before, pages) {
  const { database, asked } = context;
  await step('1 000 000 Buchungen', () =>
    database.change(['add-five-years.sql', 'take-snapshots.sql'], { transfers: LARGE }),
  );
  const { rows } = await database.asAdmin((client) => client.query(DIFFERENCES));
  if (rows[0].n !== 0) throw new Error(`${rows[0].n} Salden stimmen nicht mit ihren Buchungen überein`);
  const matrix = await step('Haushaltsmatrix', () => measureMatrix(context, pages));
  yield {
    id: 'matrix-1000000-ms',
    title: 'Haushaltsmatrix bei 1 000 000 Buchungen, Millisekunden',
    value: matrix.milliseconds,
    n: REQUESTS,
    detail: `${before.milliseconds.toFixed(1)} ms bei ${SMALL.toLocaleString('de-DE')}`,
  };
  yield {
    id: 'matrix-growth',
    title: 'Haushaltsmatrix: gelesene Seiten, 1 000 000 gegen 10 000 Buchungen',
    value: matrix.pages / before.pages,
    n: 1,
    detail: `${before.pages} und ${matrix.pages} Seiten`,
  };
  const { url, next } = asked.budget.portal;
  let month = 0;
  const back = await step('Rückblick', () =>
    timesOf(2 * MONTHS, () => {
      const { path, ...request } = next();
      month = (month % MONTHS) + 1;
      return { url, ...request, path: `${path}?asOf=${encodeURIComponent(endOfMonth(month))}` };
    }),
  );
  yield {
    id: 'as-of-1000000-ms',
    title: 'Rückblick bei 1 000 000 Buchungen, Millisekunden',
    value: median(back),
    n: back.length,
    detail: `langsamster ${Math.max(...back).toFixed(0)} ms`,
  };
}

/** The last second of a month reads all its bookings: the longest way. */
function endOfMonth(monthsAgo) {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 - monthsAgo, 0, 20)).toISOString();
}

/** @returns {Promise<number[]>} milliseconds, one after the other, after a few to warm up */
async function timesOf(count, next) {
  const times = [];
  for (let number = -10; number < count; number += 1) {
    const { url, path, headers } = next();
    const started = performance.now();
    const response = await fetch(`${url}${path}`, { headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    if (number >= 0) times.push(performance.now() - started);
  }
  return times;
}
