/** A number written as its readers expect it (`-1234,50`): goes out as it is, since nothing in it can be a formula. */
export class CsvNumber {
  private constructor(readonly text: string) {}

  /** Refuses whatever is more than digits, so that no text can be slipped in as a number. */
  static of(text: string): CsvNumber {
    if (!/^-?\d{1,20}([.,]\d{1,6})?$/.test(text)) throw new RangeError('Not a number of a CSV file');
    return new CsvNumber(text);
  }
}

export type CsvCell = string | number | CsvNumber;

/** A text a spreadsheet would run as a formula is shown as text by a leading apostrophe (OWASP, CSV injection). */
export function formulaSafe(text: string): string {
  return /^[\s\u200b-\u200f\u2060\ufeff"']*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** The only way into a CSV file (RFC 4180 with semicolons): texts made safe and quoted where they need it. */
export function csvLine(cells: readonly CsvCell[]): string {
  return cells
    .map((cell) => {
      if (typeof cell === 'number') return String(cell);
      if (cell instanceof CsvNumber) return cell.text;
      const safe = formulaSafe(cell);
      return /[;,"'\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(';');
}

export function csvText(lines: readonly (readonly CsvCell[])[]): string {
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join('');
}
