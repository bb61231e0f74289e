import { cents, proportion, ZERO_CENTS, type Cents, type LocalDate, type Rounding } from '@wir/shared/kernel';
import { isPost, type ComponentCode } from './components';
import { programmeParameterAt, PROGRAMME_PARAMETERS } from './programme-parameters';

/** The upper limit of a component, as the call states it. For a post the cap is per full-time equivalent and year. */
export interface ComponentCap {
  readonly component: ComponentCode;
  readonly capCentsPerUnitYear: Cents;
  readonly maxUnits: number;
}

/** Up to ("bis zu") the cap: a fraction of a cent is never granted. */
export const CAP_ROUNDING: Rounding = 'DOWN';

const HUNDREDTHS = 100;
const MONTHS = 12;

/**
 * 60.000 € × full-time equivalents × months staffed / 12, in cents. Posts come in hundredths (0.75 = 75),
 * so that no float takes part.
 */
export function postCap(capPerFteYear: Cents, fteHundredths: number, months: number): Cents {
  return proportion(capPerFteYear, fteHundredths * months, HUNDREDTHS * MONTHS, CAP_ROUNDING);
}

/** The same from `fte × months` summed over several posts, in hundredth months. */
export function staffedCap(capPerFteYear: Cents, fteHundredthMonths: number): Cents {
  return proportion(capPerFteYear, fteHundredthMonths, HUNDREDTHS * MONTHS, CAP_ROUNDING);
}

/** The most a component can bring in a year in which the funding period covers that many months. */
export function ceilingOf(cap: ComponentCap, monthsInPeriod: number): Cents {
  if (monthsInPeriod === 0) return ZERO_CENTS;
  if (!isPost(cap.component)) return cents(cap.capCentsPerUnitYear * cap.maxUnits);
  return staffedCap(cap.capCentsPerUnitYear, cap.maxUnits * HUNDREDTHS * monthsInPeriod);
}

/** 0.75 → 75; null when there are more than two decimals or nothing is staffed. */
export function fteHundredths(fte: number): number | null {
  const hundredths = Math.round(fte * HUNDREDTHS);
  return hundredths > 0 && Math.abs(fte * HUNDREDTHS - hundredths) < 1e-6 ? hundredths : null;
}

/** The caps of a diversity centre on a day; material cost has none, since it is not funded. */
export function diversityCentreCaps(day: LocalDate, rows = PROGRAMME_PARAMETERS): readonly ComponentCap[] {
  return [
    {
      component: 'COORDINATOR_POST',
      capCentsPerUnitYear: cents(programmeParameterAt('coordinator_cap_per_fte_year', day, rows)),
      maxUnits: programmeParameterAt('coordinator_max_fte', day, rows) / HUNDREDTHS,
    },
    {
      component: 'ASSISTANT_POST',
      capCentsPerUnitYear: cents(programmeParameterAt('assistant_cap_year', day, rows)),
      maxUnits: programmeParameterAt('assistant_max_fte', day, rows) / HUNDREDTHS,
    },
    {
      component: 'MICRO_PROJECT_FUND',
      capCentsPerUnitYear: cents(programmeParameterAt('micro_project_cap_year', day, rows)),
      maxUnits: 1,
    },
  ];
}
