import type { TableReportData } from '@wir/documents/domain';
import { CsvNumber, csvText, formatEuro, cents, formulaSafe, type CsvCell } from '@wir/shared/kernel';
import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { BudgetReport, ReportCell, ReportSheet } from './budget-report';

/** Excel keeps amounts as numbers of euro with two decimals; the cents behind them stay exact below 90 billion euro. */
const EURO_FORMAT = '#,##0.00';
const MAX_SHEET_NAME = 31;

/** Sheets one below the other, each with its name as a line; UTF-8 with BOM, so that Excel reads the umlauts. */
export function toCsv(report: BudgetReport): Buffer {
  const lines: CsvCell[][] = [[report.title], ...report.notes.map((note) => [note])];
  for (const { name, columns, rows } of report.sheets)
    lines.push([], [name], [...columns], ...rows.map((row) => row.map(csvCell)));
  return Buffer.from(`\uFEFF${csvText(lines)}`, 'utf8');
}

/** Loaded when first used: most processes never write a workbook. */
export async function toXlsx(report: BudgetReport): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets: Sheet<Buffer>[] = report.sheets.map((sheet, index) => ({
    sheet: sheet.name.slice(0, MAX_SHEET_NAME),
    data: index === 0 ? [...headLines(report), ...dataOf(sheet)] : dataOf(sheet),
    columns: sheet.columns.map((_, column) => ({ width: column === 0 ? 16 : 18 })),
  }));
  return writeXlsxFile(sheets).toBuffer();
}

/** For the accessible PDF; bookings stay out, a thousand rows are no reading. */
export function toReportData(report: BudgetReport, author: string): TableReportData {
  return {
    title: report.title,
    author,
    intro: report.notes,
    sections: report.sheets.map((sheet) => ({ heading: sheet.name, tables: [tableOf(sheet)] })),
  };
}

function headLines({ title, notes }: BudgetReport): Row[] {
  const titleCell: Cell = { value: title, type: String, fontWeight: 'bold' };
  return [[titleCell], ...notes.map((note): Row => [{ value: formulaSafe(note), type: String }]), []];
}

function dataOf({ columns, rows, hasTotal }: ReportSheet): Row[] {
  const head: Row = columns.map((value): Cell => ({ value, type: String, fontWeight: 'bold' }));
  return [
    head,
    ...rows.map((row, index): Row => row.map((cell) => xlsxCell(cell, hasTotal && index === rows.length - 1))),
  ];
}

function xlsxCell(cell: ReportCell, isTotal: boolean): Cell {
  const weight = isTotal ? ({ fontWeight: 'bold' } as const) : {};
  if (typeof cell === 'string') return { value: formulaSafe(cell), type: String, ...weight };
  return { value: cell.cents / 100, type: Number, format: EURO_FORMAT, ...weight };
}

function csvCell(cell: ReportCell): CsvCell {
  return typeof cell === 'string' ? cell : CsvNumber.of(plainEuro(cell.cents));
}

/** `-1234,50`: without thousands separators, as spreadsheets with German settings read it. */
function plainEuro(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

function tableOf({
  name,
  columns,
  rows,
  hasTotal,
}: ReportSheet): TableReportData['sections'][number]['tables'][number] {
  const text = (cell: ReportCell): string => (typeof cell === 'string' ? cell : formatEuro(cents(cell.cents)));
  const [first] = rows;
  return {
    caption: `${name}, Beträge in Euro`,
    columns,
    numeric: columns.map((_, index) => typeof first?.[index] !== 'string'),
    dense: columns.length > 6,
    rows: rows.map(([label = '', ...cells], index) => ({
      kind: hasTotal && index === rows.length - 1 ? ('sum' as const) : ('item' as const),
      label: text(label),
      cells: cells.map(text),
    })),
  };
}
