import { COMPONENT_TITLES, isPost, type ComponentCode } from '@wir/programme/domain';
import { parseEuro } from '@wir/shared/kernel';
import type { DraftExpense } from './draft';

/** A line read from the clipboard; `unreadable` holds the cell that was meant as an amount and is none. */
export interface PastedLine {
  readonly expense: DraftExpense;
  readonly unreadable: string | null;
}

const HEAD_WORDS =
  /^(betrag|summe|kosten|bezeichnung|position|ausgabe|art|vz(ä|ae)|stellen(umfang)?|monate|amount|label|item|fte|months)\b/i;
const TOTAL_WORDS = /^(gesamt|summe|total)/i;
const COMPONENT_WORDS: readonly (readonly [RegExp, ComponentCode])[] = [
  [/koordin/i, 'COORDINATOR_POST'],
  [/mitarbeit|assisten|sachbearbeit/i, 'ASSISTANT_POST'],
  [/mikro/i, 'MICRO_PROJECT_FUND'],
];

/** True when a paste is a table and not just text for one cell. */
export function isTable(text: string): boolean {
  return /[\t\n\r]/.test(text.trim());
}

/**
 * Lines of a table copied from Excel or Calc: tabs between cells, German numbers. The last cell with a figure is the
 * amount, figures before it are posts and months, words are the label. A head line and a line of totals are left out.
 */
export function readPastedLines(text: string): PastedLine[] {
  return readCells(text)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .filter((cells, index) => !(index === 0 && isHead(cells)) && !isTotal(cells))
    .map(readLine);
}

function isHead(cells: readonly string[]): boolean {
  return cells.some((cell) => HEAD_WORDS.test(cell)) && !cells.some((cell) => /\d/.test(cell));
}

function isTotal(cells: readonly string[]): boolean {
  return TOTAL_WORDS.test(cells.find((cell) => cell !== '') ?? '');
}

function readLine(cells: readonly string[]): PastedLine {
  const figures = cells
    .map((cell, index) => ({ cell, index }))
    .filter(({ cell }) => /^[-\u2212(]?[\d.,\s\u00a0€]*\d/.test(cell));
  const amountAt = figures.at(-1)?.index ?? -1;
  const words = cells.filter((cell, index) => cell !== '' && !figures.some((figure) => figure.index === index));
  const component = componentOf(words.join(' '));
  const written = cells[amountAt] ?? cells.findLast((cell) => cell !== '') ?? '';
  const amount = parseEuro(written);
  const sizes = figures.slice(0, -1).map(({ cell }) => quantity(cell));
  return {
    expense: {
      component,
      label: labelOf(words).slice(0, 200),
      fte: isPost(component) ? (sizes[0] ?? null) : null,
      months: isPost(component) ? wholeMonths(sizes[1]) : null,
      amountCents: amount.ok ? amount.cents : null,
    },
    unreadable: amount.ok ? null : written,
  };
}

function componentOf(words: string): ComponentCode {
  return COMPONENT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'MATERIAL_COST';
}

/** Behind a column that names the kind of expense comes the label; else the first words are it. */
function labelOf([first = '', second]: readonly string[]): string {
  return second !== undefined && (componentOf(first) !== 'MATERIAL_COST' || isMaterial(first)) ? second : first;
}

function isMaterial(word: string): boolean {
  return word.toLocaleLowerCase('de') === COMPONENT_TITLES.MATERIAL_COST.toLocaleLowerCase('de');
}

/** `0,75` → 0.75; null when it is no size of posts. */
function quantity(cell: string): number | null {
  const value = Number(cell.replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(value) && value > 0 && value < 100 ? value : null;
}

function wholeMonths(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value <= 12 ? value : null;
}

/** Splits by tab and line end; a cell in quotes may hold both, a doubled quote stands for one. */
function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (isQuoted && char === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++);
    else if (char === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (char === '\t' && !isQuoted) endCell();
    else if (char === '\n' && !isQuoted) {
      endCell();
      rows.push([]);
    } else if (char !== '\r' || isQuoted) cell += char;
  }
  endCell();
  return rows;
}
