import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;
const DATE = 1082;
const DATE_ARRAY = 1182;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint of the database is too big for an exact number');
  return value;
}

const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown;
const parseTextArray = parserOf(TEXT_ARRAY);

function arrayOf(parse: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    const items = parseTextArray(text);
    return Array.isArray(items) ? items.map((item) => (typeof item === 'string' ? parse(item) : item)) : items;
  };
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [INT8_ARRAY, arrayOf(safeInteger)],
  // A day stays a day: as a Date it would slip by the zone of the process.
  [DATE, (text: string) => text],
  [DATE_ARRAY, arrayOf((text) => text)],
]);

/** How rows arrive: cents as exact numbers, days as text, moments as Date; numeric stays text. */
export const rowTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? parserOf(oid, format ?? 'text');
  },
};
