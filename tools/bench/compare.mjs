import autocannon from 'autocannon';

/**
 * @typedef {object} Side
 * @property {string} url
 * @property {() => Partial<import('autocannon').Request>} next the next request; each may be another
 *
 * @typedef {object} Sides
 * @property {Side} portal
 * @property {Side} bare
 * @property {() => Promise<void>} [reset] brings the data back to where it was, after each round
 *
 * @typedef {{ rounds: number, slices: number }} Effort
 * @typedef {{ portal: number, bare: number }} Rates requests per second
 */

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {readonly Rates[]} rounds @returns {Rates & { ratio: number, n: number }} */
export function summary(rounds) {
  const [portal, bare] = ['portal', 'bare'].map((name) => median(rounds.map((rates) => rates[name])));
  return { portal, bare, ratio: portal / bare, n: rounds.length };
}

/**
 * Both sides in turn, second by second, so that whatever else the machine does hits both; who begins changes.
 * Each side is warmed up first. Any answer but success ends the measurement.
 *
 * @param {Sides} sides
 * @param {Effort} effort
 * @param {number} connections
 * @returns {Promise<Rates[]>} per round
 */
export async function compare(sides, { rounds, slices }, connections) {
  await slice(sides, 1, connections);
  await sides.reset?.();
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    const parts = [];
    for (let part = 0; part < slices; part += 1) parts.push(await slice(sides, round + part, connections));
    await sides.reset?.();
    const mean = (name) => parts.reduce((sum, rates) => sum + rates[name], 0) / parts.length;
    measured.push({ portal: mean('portal'), bare: mean('bare') });
  }
  return measured;
}

async function slice(sides, number, connections) {
  const rates = { portal: 0, bare: 0 };
  for (const name of number % 2 === 0 ? ['portal', 'bare'] : ['bare', 'portal']) {
    rates[name] = await load(sides[name], 1, connections);
  }
  return rates;
}

/** @param {Side} side @param {number} seconds @param {number} connections @returns {Promise<number>} answers per second */
async function load({ url, next }, seconds, connections) {
  const requests = [{ setupRequest: (request) => ({ ...request, ...next() }) }];
  const result = await autocannon({ url, connections, duration: seconds, requests, timeout: 20 });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} von ${result.requests.total} Anfragen an ${url} sind gescheitert`);
  return result['2xx'] / result.duration;
}
