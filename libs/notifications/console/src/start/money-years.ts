import type { AwardDto } from '@wir/shared/contract';
import { add, cents, sum, ZERO_CENTS, type Cents } from '@wir/shared/kernel';

/** Money of one budget year over all awards of a municipality. */
export interface MoneyYear {
  readonly year: number;
  readonly grantedCents: Cents;
  /** Requested or ordered, and not paid yet: granted = under way + paid + open. */
  readonly underWayCents: Cents;
  readonly paidCents: Cents;
  readonly openCents: Cents;
}

export type MoneyTotal = Omit<MoneyYear, 'year'>;

export function moneyYears(awards: readonly AwardDto[]): MoneyYear[] {
  const years = new Map<number, MoneyYear>();
  for (const tranche of awards.filter(({ state }) => state !== 'VOIDED').flatMap(({ tranches }) => tranches)) {
    const known = years.get(tranche.year);
    years.set(tranche.year, {
      year: tranche.year,
      grantedCents: add(known?.grantedCents ?? ZERO_CENTS, cents(tranche.amountCents)),
      underWayCents: add(known?.underWayCents ?? ZERO_CENTS, cents(tranche.requestedCents + tranche.orderedCents)),
      paidCents: add(known?.paidCents ?? ZERO_CENTS, cents(tranche.paidCents)),
      openCents: add(known?.openCents ?? ZERO_CENTS, cents(tranche.openCents)),
    });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

export function moneyTotal(years: readonly MoneyYear[]): MoneyTotal {
  return {
    grantedCents: sum(years.map(({ grantedCents }) => grantedCents)),
    underWayCents: sum(years.map(({ underWayCents }) => underWayCents)),
    paidCents: sum(years.map(({ paidCents }) => paidCents)),
    openCents: sum(years.map(({ openCents }) => openCents)),
  };
}
