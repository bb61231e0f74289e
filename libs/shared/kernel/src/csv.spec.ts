import { csvLine, CsvNumber, csvText, formulaSafe } from './csv';

/** What a spreadsheet makes of a line: cells without their quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

describe('a cell of a CSV file', () => {
  it.each([
    '=1+1',
    '+49 611',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '  @x',
    '\u200b=1',
    '\ufeff=1',
    '"=1',
    "'=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/?"&A1)',
  ])('%j is shown as text, never run', (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`);
    expect(cellsOf(csvLine(['a', text, 'b']))).toEqual(['a', `'${text}`, 'b']);
  });

  it.each(['Landkreis Kassel', 'a=b', '3 + 4', 'Straße 5-7', ''])('%j stays as it is', (text) => {
    expect(csvLine([text])).toBe(text);
  });

  it('cannot leave its place by separators, quotes or line breaks', () => {
    const names = ['a;=1+1', 'b"', '";=1+1;"', 'c,=1', 'd\r\n=1;2', ' f'];

    expect(cellsOf(csvLine(names))).toEqual(names);
  });

  it('stays a number when it is one', () => {
    expect(csvText([['Summe', -5, CsvNumber.of('-1234,50')]])).toBe('Summe;-5;-1234,50\r\n');
  });

  it.each(['1+1', '=1', '', '-', '1,2,3', ' 1', '1\n'])('%j is no number', (text) => {
    expect(() => CsvNumber.of(text)).toThrow(RangeError);
  });
});
