import type { Expense, Income, PlanYear } from '@wir/applications/domain';
import { isPost } from '@wir/programme/domain';

/** One position of the plan over all years; null where the year has none. */
export interface PlanRow {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly cells: readonly (PlanCell | null)[];
  readonly totalCents: number;
}

export interface PlanCell {
  readonly amountCents: number;
  /** Size of a post, told only where the form asks for it. */
  readonly fte: number | null;
  readonly months: number | null;
}

/** Positions of the same kind and name become one row, so that years can be compared; several of a year are kept apart. */
export function expenseRows(years: readonly PlanYear[]): PlanRow[] {
  return rowsOf(
    years.map(({ expenses }) => expenses.map((line) => ({ code: line.component, line, size: sizeOf(line) }))),
  );
}

export function incomeRows(years: readonly PlanYear[]): PlanRow[] {
  return rowsOf(years.map(({ income }) => income.map((line) => ({ code: line.kind, line, size: null }))));
}

interface Line {
  readonly code: string;
  readonly line: Expense | Income;
  readonly size: Pick<PlanCell, 'fte' | 'months'> | null;
}

function rowsOf(years: readonly (readonly Line[])[]): PlanRow[] {
  const rows = new Map<string, { code: string; label: string; cells: (PlanCell | null)[] }>();
  years.forEach((lines, yearIndex) => {
    const seen = new Map<string, number>();
    for (const { code, line, size } of lines) {
      const name = `${code} ${line.label.trim().toLocaleLowerCase('de')}`;
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      const key = `${name} ${number}`;
      const row = rows.get(key) ?? { code, label: line.label, cells: years.map(() => null) };
      row.cells[yearIndex] = { amountCents: line.amountCents, fte: size?.fte ?? null, months: size?.months ?? null };
      rows.set(key, row);
    }
  });
  return [...rows].map(([key, row]) => ({
    key,
    ...row,
    totalCents: row.cells.reduce((total, cell) => total + (cell?.amountCents ?? 0), 0),
  }));
}

function sizeOf({ component, fte, months }: Expense): Pick<PlanCell, 'fte' | 'months'> | null {
  return isPost(component) ? { fte: fte ?? null, months: months ?? null } : null;
}
