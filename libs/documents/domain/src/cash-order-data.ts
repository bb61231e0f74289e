/** A payment order for the cash office (Kassenanordnung), as text ready to print. */
export interface CashOrderData {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly string[];
  readonly rows: readonly CashOrderRow[];
  readonly total: string;
  readonly release: { readonly heading: string; readonly text: string; readonly person: string };
  readonly closing: string;
}

/** Each member is a cell; lists are lines one below the other. */
export interface CashOrderRow {
  readonly number: string;
  readonly order: readonly string[];
  readonly payee: readonly string[];
  readonly request: readonly string[];
  readonly check: readonly string[];
  readonly decision: readonly string[];
  readonly amount: string;
}
