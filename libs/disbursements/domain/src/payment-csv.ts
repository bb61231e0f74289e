import { csvLine, csvText, sum, type Cents, type CsvCell, type LocalDate } from '@wir/shared/kernel';

/** What the cash office needs of an order; bank data are the snapshot taken when it was ordered. */
export interface ExportedOrder {
  readonly orderNumber: string;
  readonly dueOn: LocalDate;
  readonly amountCents: Cents;
  readonly iban: string;
  readonly accountHolder: string;
  readonly remittanceText: string;
  readonly caseNumber: string;
  readonly year: number;
}

export const PAYMENT_CSV_HEADER = [
  'order_number',
  'due_on',
  'amount_cents',
  'currency',
  'iban',
  'account_holder',
  'remittance_text',
  'case_number',
  'budget_year',
] as const;

export function paymentCsvRow(order: ExportedOrder): string {
  return csvLine(cellsOf(order));
}

function cellsOf(order: ExportedOrder): readonly CsvCell[] {
  return [
    order.orderNumber,
    order.dueOn,
    order.amountCents,
    'EUR',
    order.iban,
    order.accountHolder,
    order.remittanceText,
    order.caseNumber,
    order.year,
  ];
}

/** The whole file, orders ascending by number so that the same run gives the same bytes. */
export function paymentCsv(orders: readonly ExportedOrder[]): string {
  const sorted = [...orders].sort((a, b) => (a.orderNumber < b.orderNumber ? -1 : 1));
  return csvText([PAYMENT_CSV_HEADER, ...sorted.map(cellsOf)]);
}

export function runTotals(orders: readonly { readonly amountCents: Cents }[]): {
  readonly orderCount: number;
  readonly sumCents: Cents;
} {
  return { orderCount: orders.length, sumCents: sum(orders.map(({ amountCents }) => amountCents)) };
}
