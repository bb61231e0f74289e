const REPLACEMENT = '◊';
/** Typographic signs that Fira Sans lacks and that have a plain twin. */
const TWINS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2032': "'",
  '\u2033': '"',
  '\u2212': '–',
};
/** Longest run without a place to break: names and German compounds stay whole, a typed-in monster does not leave the page. */
const LONGEST_RUN = 36;
const BREAK = '\u200b';

/** Never drawn, and able to turn the reading order around or to hide text: control and format characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const LONG_RUN = new RegExp(`[^\\s\\p{Pd}${BREAK}]{${LONGEST_RUN}}(?=[^\\s])`, 'gu');

export interface PrintableData {
  readonly data: unknown;
  readonly unprintable: readonly string[];
}

/** Prepares every string of the data for print; what the font cannot show becomes ◊, since PDF/UA refuses missing glyphs. */
export function printableData(data: unknown, coverage: ReadonlySet<number>): PrintableData {
  const missing = new Set<string>();

  const clean = (text: string): string =>
    [
      ...text
        .normalize('NFC')
        .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
        .replace(/\t/gu, ' ')
        .replace(INVISIBLE, keepLineEnd),
    ]
      .map((character) => printable(character, coverage, missing))
      .join('')
      .replace(LONG_RUN, `$&${BREAK}`);

  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]));
    return value;
  };
  return { data: walk(data), unprintable: [...missing].sort() };
}

function keepLineEnd(character: string): string {
  return character === '\n' ? '\n' : '';
}

function printable(character: string, coverage: ReadonlySet<number>, missing: Set<string>): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\n' || coverage.has(code)) return character;
  if (/\p{Zs}/u.test(character)) return '\u00a0';
  const twin = TWINS[character];
  if (twin !== undefined) return twin;
  missing.add(character);
  return REPLACEMENT;
}
