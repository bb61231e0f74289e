import { fiscalYear, type Cents, type FiscalYear } from '@wir/shared/kernel';
import type { ScenarioYearResult, YearPosition } from './scenario-result';

/** One figure of a year that is not what it was (or not what it should have become). */
export interface PositionDifference {
  readonly year: FiscalYear;
  readonly part: keyof YearPosition;
  readonly expectedCents: Cents;
  readonly actualCents: Cents;
}

const PARTS = [
  'appropriationCents',
  'freeCents',
  'lockedCents',
  'reservedCents',
  'boundCents',
  'goneCents',
] as const satisfies readonly (keyof YearPosition)[];

/**
 * Compares the years a scenario books in, to the cent: `now` before the booking, `booked` after it. A year it leaves alone may
 * change as it likes. A payment is no difference: what is paid was bound before.
 */
export function positionDifferences(
  frozen: readonly Pick<ScenarioYearResult, 'year' | 'now' | 'booked'>[],
  actual: ReadonlyMap<number, YearPosition>,
  moment: 'now' | 'booked',
): PositionDifference[] {
  return frozen
    .filter(({ now, booked }) => PARTS.some((part) => now[part] !== booked[part]))
    .flatMap((year) => {
      const found = actual.get(year.year);
      return PARTS.flatMap((part) => {
        const [expectedCents, actualCents] = [year[moment][part], found?.[part]];
        return actualCents === undefined || actualCents === expectedCents
          ? []
          : [{ year: fiscalYear(year.year), part, expectedCents, actualCents }];
      });
    });
}
