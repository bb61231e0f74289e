import { cents, DomainError, formatEuroInput, sum, ZERO_CENTS, type Cents } from '@wir/shared/kernel';
import type { NoticeBlock, TableRow } from './letter-data';
import type { AwardYearFacts, PlanLine } from './notice-facts';

function row(kind: TableRow['kind'], label: string, byYear: readonly Cents[]): TableRow {
  return { kind, label, cells: [...byYear, sum(byYear)].map(formatEuroInput) };
}

/** Lines of equal wording in several years become one row. */
function rowsOf(years: readonly AwardYearFacts[], linesOf: (year: AwardYearFacts) => readonly PlanLine[]): TableRow[] {
  const labels = [...new Set(years.flatMap((year) => linesOf(year).map((line) => line.label)))];
  return labels.map((label) =>
    row(
      'item',
      label,
      years.map((year) => planned(linesOf(year).filter((line) => line.label === label))),
    ),
  );
}

function planned(lines: readonly PlanLine[]): Cents {
  return sum(lines.map((line) => line.amountCents));
}

/** What the grantee must add on its own because less was granted than asked for. */
function uncovered(year: AwardYearFacts): Cents {
  const gap = planned(year.expenses) - planned(year.ownFunds) - planned(year.thirdPartyFunds) - year.amountCents;
  if (gap < 0) throw new DomainError('unprocessable', 'document.plan-exceeded', { year: year.year, excessCents: -gap });
  return cents(gap);
}

export function eligibleExpenses(years: readonly AwardYearFacts[]): Cents {
  return sum(years.map((year) => planned(year.expenses)));
}

export function grantTotal(years: readonly AwardYearFacts[]): Cents {
  return sum(years.map((year) => year.amountCents));
}

/** The binding financing plan, one column per Haushaltsjahr: expenses and income balance in every column. */
export function financingPlanTable(years: readonly AwardYearFacts[]): NoticeBlock {
  const gaps = years.map(uncovered);
  const expenses = years.map((year) => planned(year.expenses));
  return {
    kind: 'table',
    caption: 'Verbindlicher Finanzierungsplan (Beträge in Euro)',
    columns: ['Position', ...years.map((year) => String(year.year)), 'Summe'],
    numeric: [false, ...years.map(() => true), true],
    dense: years.length > 3,
    rows: [
      ...rowsOf(years, (year) => year.expenses),
      row('sum', 'Zuwendungsfähige Ausgaben', expenses),
      ...rowsOf(years, (year) => year.ownFunds),
      ...(sum(gaps) > ZERO_CENTS ? [row('item', 'Weitere Eigenmittel (nicht bewilligter Teil)', gaps)] : []),
      ...rowsOf(years, (year) => year.thirdPartyFunds),
      row(
        'item',
        'Zuwendung des Landes',
        years.map((year) => year.amountCents),
      ),
      row('sum', 'Finanzierung', expenses),
    ],
  };
}

const SOURCES: Record<AwardYearFacts['source'], string> = {
  CASH: 'Kassenmittel',
  COMMITMENT_AUTHORISATION: 'Verpflichtungsermächtigung',
};

export function budgetYearsTable(years: readonly AwardYearFacts[]): NoticeBlock {
  return {
    kind: 'table',
    caption: 'Aufteilung der Zuwendung auf die Haushaltsjahre',
    columns: ['Haushaltsjahr', 'Haushaltsrechtliche Grundlage', 'Betrag in Euro'],
    numeric: [false, false, true],
    dense: false,
    rows: [
      ...years.map((year): TableRow => ({
        kind: 'item',
        label: String(year.year),
        cells: [SOURCES[year.source], formatEuroInput(year.amountCents)],
      })),
      { kind: 'sum', label: 'Summe', cells: ['', formatEuroInput(grantTotal(years))] },
    ],
  };
}
