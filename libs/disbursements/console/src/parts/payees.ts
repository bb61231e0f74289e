import type { PaymentOrderDto } from '@wir/shared/contract';

/** What one account receives from a run. */
export interface Payee {
  readonly iban: string;
  /** The municipalities it stands for: more than one is worth a second look. */
  readonly names: readonly string[];
  readonly count: number;
  readonly sumCents: number;
}

type Paid = Pick<PaymentOrderDto, 'iban' | 'applicantName' | 'amountCents'>;

/** The orders by the account they go to, the largest sum first. */
export function payeesOf(orders: readonly Paid[]): Payee[] {
  const accounts = new Map<string, Paid[]>();
  for (const order of orders) accounts.set(order.iban, [...(accounts.get(order.iban) ?? []), order]);
  return [...accounts]
    .map(([iban, paid]) => ({
      iban,
      names: [...new Set(paid.map(({ applicantName }) => applicantName))].sort((a, b) => a.localeCompare(b, 'de')),
      count: paid.length,
      sumCents: paid.reduce((sum, { amountCents }) => sum + amountCents, 0),
    }))
    .sort((a, b) => b.sumCents - a.sumCents || a.iban.localeCompare(b.iban));
}
