const GERMAN: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
  '–': '-',
  '—': '-',
};
const SEPA_LENGTH = 140;

/** The SEPA character set: letters, digits, `/ - ? : ( ) . , ' +` and space; what has no counterpart becomes a dot. */
export function toSepaText(text: string, maxLength = SEPA_LENGTH): string {
  return [...text.normalize('NFC')]
    .map((character) => GERMAN[character] ?? character)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
    .replace(/\/{2,}/g, '/')
    .replace(/^[/ ]+/, '')
    .slice(0, maxLength)
    .replace(/(?<![/ ])[/ ]+$/, '');
}

export interface RemittanceFacts {
  readonly caseNumber: string;
  readonly year: number;
  /** Number of the instalment within the year, from 1. */
  readonly instalment: number;
  readonly fileReference: string;
}

/** Verwendungszweck: `WIR <case number> HHJ <year> Rate <n> <file reference>`, at most 140 characters. */
export function remittanceText({ caseNumber, year, instalment, fileReference }: RemittanceFacts): string {
  return toSepaText(`WIR ${caseNumber} HHJ ${year} Rate ${instalment} ${fileReference}`);
}
