/** A password of fewer different parts than this is guessed by putting listed words and numbers together. */
const ENOUGH_PARTS = 4;
const SHORTEST_WORD = 4;
const LONGEST_WORD = 24;
const SHORTEST_PERSONAL = 3;
const SHORTEST_RUN = 3;
const SHORTEST_ROW = 4;

/** What somebody who knows the programme tries: its words, the house, the season. Lower case, without umlauts. */
const PROGRAMME_WORDS: ReadonlySet<string> = new Set(
  (
    'wirportal foerderportal foerderung foerdermittel landesprogramm programm vielfalt teilhabe integration zuwendung bescheid antrag ' +
    'hessen hessisches hessischer wiesbaden frankfurt kassel darmstadt ministerium landkreis kommune verwaltung haushalt demo zugang ' +
    'passwort kennwort password admin administrator willkommen geheim sicher start anmeldung login portal test changeme ' +
    'fruehling sommer herbst winter januar februar maerz april juni juli august september oktober november dezember montag freitag'
  ).split(' '),
);

const KEYBOARD_ROWS = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm', 'qwertyuiop', 'zxcvbnm', '1234567890'].flatMap((row) => [
  row,
  [...row].reverse().join(''),
]);

/** Blanks and the signs of the keyboard join words; by themselves they make a password hardly harder to guess. */
const SEPARATOR = /[\s!-/:-@[-`{-~]/;

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** Lower case, umlauts and accents written out: one spelling for list and password. */
export function foldedWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/**
 * Listed words, personal words, runs (`aaaa`, `1234`, `qwertz`) and numbers count as one part each, however often they
 * are repeated; every other character counts for itself. Tried as written and with lookalikes read as letters.
 */
export function isTooCommon(
  password: string,
  { isListed, personal }: { isListed: (word: string) => boolean; personal: readonly string[] },
): boolean {
  const own = new Set(personal.flatMap(wordsOf));
  const isKnown = (word: string): boolean =>
    own.has(word) || (word.length >= SHORTEST_WORD && (PROGRAMME_WORDS.has(word) || isListed(word)));
  const plain = foldedWord(password);
  const read = [...plain].map((character) => LOOKALIKES[character] ?? character).join('');
  return isKnown(plain) || [plain, read].some((text) => partsOf(text, isKnown).size < ENOUGH_PARTS);
}

function wordsOf(text: string): string[] {
  return foldedWord(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= SHORTEST_PERSONAL);
}

function partsOf(text: string, isKnown: (word: string) => boolean): Set<string> {
  const parts = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const length = Math.max(
      wordLength(text, at, isKnown),
      runLength(text, at),
      rowLength(text, at),
      numberLength(text, at),
    );
    if (length > 0) parts.add(text.slice(at, at + length));
    else if (!SEPARATOR.test(text.charAt(at))) parts.add(text.charAt(at));
    at += Math.max(1, length);
  }
  return parts;
}

function wordLength(text: string, at: number, isKnown: (word: string) => boolean): number {
  const longest = Math.min(LONGEST_WORD, text.length - at);
  for (let length = longest; length >= SHORTEST_PERSONAL; length -= 1)
    if (isKnown(text.slice(at, at + length))) return length;
  return 0;
}

/** `aaaa`, `abcd`, `9876`. */
function runLength(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  if (Number.isNaN(step) || Math.abs(step) > 1) return 0;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) - text.charCodeAt(end - 1) === step) end += 1;
  return end - at >= SHORTEST_RUN ? end - at : 0;
}

function rowLength(text: string, at: number): number {
  let length = 0;
  while (at + length < text.length && KEYBOARD_ROWS.some((row) => row.includes(text.slice(at, at + length + 1))))
    length += 1;
  return length >= SHORTEST_ROW ? length : 0;
}

/** Years and the like; longer numbers count for more. */
function numberLength(text: string, at: number): number {
  return /^\d{2,4}/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
}
