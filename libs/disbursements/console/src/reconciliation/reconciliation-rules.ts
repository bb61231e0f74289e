import type { PaymentReconciliationDto } from '@wir/shared/contract';

type Legs = PaymentReconciliationDto['legs'];
export type LegName = keyof Legs;

export interface LegFigure {
  readonly name: LegName;
  readonly count: number;
  readonly cents: number;
  /** Against what the cases say, where the two must be equal. */
  readonly differenceCents: number;
}

/** In the order the money goes. */
const ORDER: readonly LegName[] = ['application', 'ledger', 'exported', 'returned'];

/** The legs side by side, each held against the first. */
export function legFigures(legs: Legs): LegFigure[] {
  return ORDER.map((name) => ({
    name,
    count: legs[name].count,
    cents: legs[name].cents,
    differenceCents: legs[name].cents - legs.application.cents,
  }));
}

/** Something still waits for somebody, which is no difference yet. */
export function hasOpenItems({
  ordered,
  exportedUnanswered,
  discrepancies,
}: PaymentReconciliationDto['open']): boolean {
  return ordered.count + exportedUnanswered.count + discrepancies.count > 0;
}
