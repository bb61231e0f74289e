import type { BundleKind } from '@wir/records/domain';

const KIND_NAMES: Readonly<Record<BundleKind, string>> = {
  CASE: 'fall',
  PAYMENT: 'auszahlung',
  BUDGET_YEAR: 'haushaltsjahr',
};
const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
const LONGEST = 80;

/** A name every system can unpack: ASCII, no separators, short. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[äöüÄÖÜß]/g, (letter) => LETTERS[letter] ?? '-')
    .normalize('NFD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, plain.length - extension.length).slice(0, LONGEST) || 'datei'}${extension}`;
}

export function archiveName({ kind, label }: { readonly kind: BundleKind; readonly label: string }): string {
  return `pruefmappe-${KIND_NAMES[kind]}-${plainName(label.split(' – ')[0] ?? label)}.zip`;
}
