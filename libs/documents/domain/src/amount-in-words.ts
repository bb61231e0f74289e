import type { Cents } from '@wir/shared/kernel';

const SMALL = [
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
] as const;
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'] as const;
const GROUPS = [
  { size: 1_000_000_000_000, one: 'eine Billion', many: 'Billionen' },
  { size: 1_000_000_000, one: 'eine Milliarde', many: 'Milliarden' },
  { size: 1_000_000, one: 'eine Million', many: 'Millionen' },
] as const;

/** "ein" and "eins" differ in German: compounds ("einhundert") and nouns ("ein Euro") take the short form. */
function short(digit: number): string {
  return digit === 1 ? 'ein' : (SMALL[digit] ?? '');
}

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const unit = value % 10;
  return (unit === 0 ? '' : `${short(unit)}und`) + (TENS[Math.floor(value / 10)] ?? '');
}

function belowThousand(value: number): string {
  const rest = value % 100;
  const hundreds = Math.floor(value / 100);
  return (hundreds === 0 ? '' : `${short(hundreds)}hundert`) + (rest === 0 ? '' : belowHundred(rest));
}

function belowMillion(value: number): string {
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  const head = thousands === 0 ? '' : `${belowThousand(thousands).replace(/eins$/u, 'ein')}tausend`;
  return head + (rest === 0 ? '' : belowThousand(rest));
}

function wholeNumberInWords(value: number): string {
  if (value === 0) return 'null';
  const words: string[] = [];
  let rest = value;
  for (const { size, one, many } of GROUPS) {
    const count = Math.floor(rest / size);
    if (count > 0) words.push(count === 1 ? one : `${belowThousand(count)} ${many}`);
    rest %= size;
  }
  if (rest > 0) words.push(belowMillion(rest));
  return words.join(' ');
}

function counted(value: number, noun: string): string {
  return `${value === 1 ? 'ein' : wholeNumberInWords(value)} ${noun}`;
}

/** The amount as a Bescheid spells it: 60000000 → "sechshunderttausend Euro", 150 → "ein Euro und fünfzig Cent". */
export function amountInWords(amount: Cents): string {
  if (amount < 0) throw new RangeError('A granted amount is not negative');
  const euros = Math.floor(amount / 100);
  const rest = amount % 100;
  return counted(euros, 'Euro') + (rest === 0 ? '' : ` und ${counted(rest, 'Cent')}`);
}
