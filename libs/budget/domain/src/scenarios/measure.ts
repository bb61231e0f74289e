import { DomainError, type Rounding } from '@wir/shared/kernel';

/** What if … the assumptions a scenario (Planspiel) is made of. Amounts and years as JSON carries them. */
export type ScenarioMeasure =
  /** Part of the Ansatz is taken away; `year` null: of every year that has not ended. */
  | { readonly kind: 'CUT'; readonly year: number | null; readonly basisPoints: number }
  /** Part of the Ansatz is locked (§ 41 LHO). */
  | { readonly kind: 'LOCK'; readonly year: number; readonly basisPoints: number }
  /** Ansatz moves from one year to another. */
  | { readonly kind: 'REPHASE'; readonly fromYear: number; readonly toYear: number; readonly amountCents: number }
  /** The share of the tranches that is spent on staff rises, of all awards, from a year on. */
  | {
      readonly kind: 'TARIFF_RISE';
      readonly fromYear: number;
      readonly basisPoints: number;
      readonly personnelShareBasisPoints: number;
    }
  | { readonly kind: 'RAISE'; readonly awardId: string; readonly year: number; readonly amountCents: number }
  /** A municipality does without part of a tranche not called yet. */
  | { readonly kind: 'WAIVER'; readonly awardId: string; readonly year: number; readonly amountCents: number }
  /** The first tranche of a year that has not ended falls away for the months of the delay. */
  | { readonly kind: 'LATER_START'; readonly awardId: string; readonly months: number }
  /** An application not decided yet, as if it were granted. */
  | { readonly kind: 'PENDING'; readonly applicationId: string };

export type MeasureKind = ScenarioMeasure['kind'];

export const MEASURE_LABELS: Readonly<Record<MeasureKind, string>> = {
  CUT: 'Kürzung des Ansatzes',
  LOCK: 'Haushaltssperre',
  REPHASE: 'Umschichtung zwischen Jahren',
  TARIFF_RISE: 'Tarifsteigerung',
  RAISE: 'Aufstockung einer Zuwendung',
  WAIVER: 'Verzicht auf Mittel',
  LATER_START: 'Späterer Beginn',
  PENDING: 'Offener Antrag wird bewilligt',
};

export const MEASURE_KINDS = Object.keys(MEASURE_LABELS) as readonly MeasureKind[];

/**
 * Nothing is taken that the percentage does not cover (down to the cent); a rise is rounded as a payslip is;
 * of a tranche only whole cents of the missed months fall away.
 */
export const MEASURE_ROUNDING = {
  CUT: 'DOWN',
  LOCK: 'DOWN',
  TARIFF_RISE: 'HALF_UP',
  LATER_START: 'DOWN',
} as const satisfies Readonly<Record<string, Rounding>>;

export const MAX_MEASURES = 40;
const WHOLE = 10_000;
const MAX_CENTS = 1_000_000_000_000;

/** What is wrong with a measure whatever the balances are, as a path and a code; null: nothing. */
export function measureFault(measure: ScenarioMeasure): { readonly path: string; readonly code: string } | null {
  const outside = (path: string, value: number, max: number): { path: string; code: string } | null =>
    Number.isSafeInteger(value) && value >= 1 && value <= max
      ? null
      : { path, code: 'budget-scenario.measure-out-of-range' };
  switch (measure.kind) {
    case 'CUT':
    case 'LOCK':
      return outside('basisPoints', measure.basisPoints, WHOLE);
    case 'TARIFF_RISE':
      return (
        outside('basisPoints', measure.basisPoints, WHOLE) ??
        outside('personnelShareBasisPoints', measure.personnelShareBasisPoints, WHOLE)
      );
    case 'REPHASE':
      return measure.fromYear === measure.toYear
        ? { path: 'toYear', code: 'budget-scenario.measure-same-year' }
        : outside('amountCents', measure.amountCents, MAX_CENTS);
    case 'RAISE':
    case 'WAIVER':
      return outside('amountCents', measure.amountCents, MAX_CENTS);
    case 'LATER_START':
      return outside('months', measure.months, 12);
    case 'PENDING':
      return null;
  }
}

/** Refuses measures nobody can mean. Whether the money suffices is what the scenario is there to show. */
export function assertMeasures(measures: readonly ScenarioMeasure[]): void {
  if (measures.length > MAX_MEASURES)
    throw new DomainError('unprocessable', 'budget-scenario.too-many-measures', { max: MAX_MEASURES });
  const errors = measures.flatMap((measure, index) => {
    const fault = measureFault(measure);
    return fault === null ? [] : [{ path: `measures[${index}].${fault.path}`, code: fault.code }];
  });
  const [first] = errors;
  if (first !== undefined) throw new DomainError('unprocessable', first.code, { errors });
}
