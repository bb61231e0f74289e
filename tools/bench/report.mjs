/**
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} title
 * @property {number} value
 * @property {string} [detail] what the value is made of
 * @property {number} n how many measurements the median is of
 */

/** What issues 2 and 4 promise. Ratios may not be smaller, seconds, memory and numbers of statements not bigger. */
const LIMITS = {
  list: { atLeast: 0.35 },
  detail: { atLeast: 0.2 },
  create: { atLeast: 0.2 },
  command: { atLeast: 0.4 },
  'run-1000-seconds': { atMost: 3 },
  'return-10000-seconds': { atMost: 10 },
  'return-10000-mib': { atMost: 64 },
  'matrix-1000000-ms': { atMost: 5 },
  'matrix-growth': { atMost: 1.1 },
  'as-of-1000000-ms': { atMost: 50 },
  'boot-seconds': { atMost: 2 },
  'resident-mib': { atMost: 160 },
  'list-statements': { atMost: 2 },
  'detail-statements': { atMost: 2 },
};

/** @param {string} id @param {number} value @returns {boolean} true also where nothing was promised */
export function passes(id, value) {
  const { atLeast, atMost } = LIMITS[id] ?? {};
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

const rounded = (value) => Math.round(value * 1000) / 1000;

/** @param {Finding} finding @returns {string} one JSON line for programs */
export function jsonLine({ id, value, n }) {
  const limit = LIMITS[id]?.atLeast ?? LIMITS[id]?.atMost ?? null;
  return JSON.stringify({ id, value: rounded(value), limit, pass: passes(id, value), n });
}

/** @param {readonly Finding[]} findings @returns {string} a table for people */
export function table(findings) {
  const rows = findings.map(({ id, title, value, detail = '', n }) => [
    title,
    rounded(value).toLocaleString('de-DE'),
    limitText(id),
    passes(id, value) ? (LIMITS[id] ? 'erreicht' : '') : 'VERFEHLT',
    String(n),
    detail,
  ]);
  const all = [['Messung', 'Wert', 'Grenze', '', 'n', 'im Einzelnen'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

function limitText(id) {
  const { atLeast, atMost } = LIMITS[id] ?? {};
  if (atLeast !== undefined) return `≥ ${atLeast.toLocaleString('de-DE')}`;
  return atMost === undefined ? '–' : `≤ ${atMost.toLocaleString('de-DE')}`;
}
