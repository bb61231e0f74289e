import { cents } from '@wir/shared/kernel';
import fc from 'fast-check';
import { amountInWords } from './amount-in-words';

const seed = Number(process.env['SEED'] ?? process.hrtime()[1]);
process.stdout.write(`amount in words: SEED=${seed}\n`);

const UNITS: Readonly<Record<string, number>> = {
  null: 0,
  ein: 1,
  eins: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};

/** Reads German number words the other way round, by splitting at their largest part. */
function readWords(words: string): number {
  const known = UNITS[words];
  if (known !== undefined) return known;
  for (const [mark, factor] of [
    ['Billion', 1e12],
    ['Milliarde', 1e9],
    ['Million', 1e6],
  ] as const) {
    const match = new RegExp(`^(.+?) ${mark}(?:e?n)?(?: (.*))?$`, 'u').exec(words);
    if (match) return readWords(match[1] ?? '') * factor + (match[2] ? readWords(match[2]) : 0);
  }
  for (const [mark, factor] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = words.indexOf(mark);
    if (at > 0)
      return (
        readWords(words.slice(0, at)) * factor +
        (words.length > at + mark.length ? readWords(words.slice(at + mark.length)) : 0)
      );
  }
  const [unit = '', ten = ''] = words.split('und');
  return readWords(unit) + readWords(ten);
}

function readAmount(text: string): number {
  const match = /^(.+) Euro(?: und (.+) Cent)?$/u.exec(text);
  if (match === null) return Number.NaN;
  return readWords(match[1] ?? '') * 100 + (match[2] ? readWords(match[2]) : 0);
}

describe('the amount in words', () => {
  it.each([
    [60_000_000, 'sechshunderttausend Euro'],
    [12_000_000, 'einhundertzwanzigtausend Euro'],
    [0, 'null Euro'],
    [1, 'null Euro und ein Cent'],
    [150, 'ein Euro und fünfzig Cent'],
    [2_100, 'einundzwanzig Euro'],
    [10_100, 'einhunderteins Euro'],
    [100_100, 'eintausendeins Euro'],
    [10_100_000, 'einhunderteintausend Euro'],
    [100_000_000, 'eine Million Euro'],
    [2_200_000_000, 'zweiundzwanzig Millionen Euro'],
    [
      1_234_567_89,
      'eine Million zweihundertvierunddreißigtausendfünfhundertsiebenundsechzig Euro und neunundachtzig Cent',
    ],
  ])('spells %d cents as “%s”', (amount, words) => {
    expect(amountInWords(cents(amount))).toBe(words);
  });

  it('can be read back to the same amount', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.maxSafeNat(),
    );
    fc.assert(
      fc.property(amounts, (amount) => readAmount(amountInWords(cents(amount))) === amount),
      { seed, numRuns: 2_000 },
    );
  });

  it('gives every amount up to 100.000 Euro words of its own', () => {
    const words = new Set(Array.from({ length: 100_001 }, (_, euros) => amountInWords(cents(euros * 100))));

    expect(words.size).toBe(100_001);
  });

  it('refuses a negative amount', () => {
    expect(() => amountInWords(cents(-1))).toThrow(RangeError);
  });
});
