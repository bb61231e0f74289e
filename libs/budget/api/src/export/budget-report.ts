import { ACCOUNT_LABELS, TRANSFER_RULES } from '@wir/budget/domain';
import type { CaseFiguresDto } from '../case-figures.dto';
import type { BudgetDto, BudgetTotalDto } from '../budget.dto';
import type { TransferDto } from '../transfer.dto';

export type ReportCell = string | { readonly cents: number };

export interface ReportSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The last row is a sum. */
  readonly hasTotal: boolean;
}

/** What an export of the budget contains, whatever the file: the same figures as on the screen. */
export interface BudgetReport {
  readonly title: string;
  readonly notes: readonly string[];
  readonly sheets: readonly ReportSheet[];
}

const YEAR_COLUMNS = [
  ['Ansatz', 'appropriatedCents'],
  ['gesperrt', 'lockedCents'],
  ['vorgemerkt', 'reservedCents'],
  ['gebunden', 'committedCents'],
  ['angeordnet', 'orderedCents'],
  ['ausgezahlt', 'paidCents'],
  ['zurückgeflossen', 'returnedCents'],
  ['verfallen', 'lapsedCents'],
  ['frei', 'freeCents'],
] as const satisfies readonly (readonly [string, keyof BudgetTotalDto])[];

const CASE_COLUMNS = [
  ['vorgemerkt', 'reservedCents'],
  ['gebunden', 'committedCents'],
  ['angeordnet', 'orderedCents'],
  ['ausgezahlt', 'paidCents'],
  ['zurückgeflossen', 'returnedCents'],
  ['verfallen', 'lapsedCents'],
] as const;

export function yearSheet({ years, total }: BudgetDto): ReportSheet {
  const cells = (row: BudgetTotalDto): ReportCell[] => YEAR_COLUMNS.map(([, member]) => ({ cents: row[member] }));
  return {
    name: 'Haushaltsjahre',
    columns: ['Jahr', ...YEAR_COLUMNS.map(([label]) => label)],
    rows: [...years.map((year) => [String(year.year), ...cells(year)]), ['Summe', ...cells(total)]],
    hasTotal: true,
  };
}

export function authorisationSheet({ commitmentAuthorisations }: BudgetDto): ReportSheet {
  return {
    name: 'VE',
    columns: ['Haushaltsjahr', 'fällig', 'ausgebracht', 'in Anspruch genommen', 'verfallen', 'frei'],
    rows: commitmentAuthorisations.map((row) => [
      String(row.budgetYear),
      String(row.dueYear),
      { cents: row.authorisedCents },
      { cents: row.usedCents },
      { cents: row.lapsedCents },
      { cents: row.freeCents },
    ]),
    hasTotal: false,
  };
}

export function caseSheet({ years, total }: CaseFiguresDto): ReportSheet {
  const cells = (row: CaseFiguresDto['total']): ReportCell[] =>
    CASE_COLUMNS.map(([, member]) => ({ cents: row[member] }));
  return {
    name: 'Fälle',
    columns: ['Jahr', ...CASE_COLUMNS.map(([label]) => label)],
    rows: [...years.map((year) => [String(year.year), ...cells(year)]), ['Summe', ...cells(total)]],
    hasTotal: true,
  };
}

export function bookingSheet(transfers: readonly TransferDto[]): ReportSheet {
  return {
    name: 'Buchungen',
    columns: [
      'Buchung',
      'gebucht',
      'Wertstellung',
      'Art',
      'von',
      'nach',
      'Jahr',
      'fällig',
      'Betrag',
      'Vorgang',
      'Kommune',
      'Anordnung',
      'Grund',
    ],
    rows: transfers.map((transfer) => [
      transfer.id,
      transfer.bookedAt.slice(0, 19).replace('T', ' '),
      transfer.valueDate,
      TRANSFER_RULES[transfer.kind].label,
      labelOf(transfer.fromAccount),
      labelOf(transfer.toAccount),
      String(transfer.year),
      transfer.dueYear === null ? '' : String(transfer.dueYear),
      { cents: transfer.amountCents },
      transfer.caseNumber ?? '',
      transfer.applicantName ?? '',
      transfer.orderNumber ?? '',
      transfer.reason ?? '',
    ]),
    hasTotal: false,
  };
}

function labelOf(account: string): string {
  return Object.entries(ACCOUNT_LABELS).find(([kind]) => kind === account)?.[1] ?? account;
}
