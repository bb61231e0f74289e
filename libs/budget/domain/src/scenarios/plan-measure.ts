import {
  cents,
  fiscalYear,
  minCents,
  negate,
  proportion,
  share,
  ZERO_CENTS,
  type Cents,
  type FiscalYear,
} from '@wir/shared/kernel';
import type { BudgetYearState } from '../budget-year';
import { MEASURE_ROUNDING, type ScenarioMeasure } from './measure';
import type { ScenarioAward, ScenarioBasis, ScenarioYear } from './scenario-basis';
import type {
  FollowUpKind,
  ScenarioAct,
  ScenarioActLine,
  ScenarioFollowUp,
  ScenarioWarning,
  ScenarioWarningCode,
  YearChange,
} from './scenario-result';

/** What one measure comes to, before it is added to the others. */
export interface PlannedMeasure {
  readonly changes: readonly YearChange[];
  readonly warnings: readonly Omit<ScenarioWarning, 'measure'>[];
  readonly act: Omit<ScenarioAct, 'measure'> | null;
  readonly followUps: readonly Omit<ScenarioFollowUp, 'measure'>[];
}

/** What is still open of each tranche after the measures before this one. */
export interface OpenTranches {
  readonly of: (award: ScenarioAward, year: number) => Cents;
  readonly take: (award: ScenarioAward, year: number, amount: Cents) => void;
}

type Warning = Omit<ScenarioWarning, 'measure'>;
type Kind<K extends ScenarioMeasure['kind']> = Extract<ScenarioMeasure, { kind: K }>;

const ENDED: readonly BudgetYearState[] = ['CASH_CLOSED', 'CLOSED'];
const NOTHING: PlannedMeasure = { changes: [], warnings: [], act: null, followUps: [] };
const NO_CHANGE = {
  appropriationCents: ZERO_CENTS,
  lockedCents: ZERO_CENTS,
  reservedCents: ZERO_CENTS,
  boundCents: ZERO_CENTS,
  freeCents: ZERO_CENTS,
  authorisationCents: ZERO_CENTS,
};

/** Every measure counts from the figures of today, none from another measure; only open tranches are used up in turn. */
export function planMeasure(measure: ScenarioMeasure, basis: ScenarioBasis, open: OpenTranches): PlannedMeasure {
  switch (measure.kind) {
    case 'CUT':
      return cut(measure, basis);
    case 'LOCK':
      return lock(measure, basis);
    case 'REPHASE':
      return rephase(measure, basis);
    case 'TARIFF_RISE':
      return tariffRise(measure, basis);
    case 'RAISE':
      return raise(measure, basis);
    case 'WAIVER':
      return waiver(measure, basis, open);
    case 'LATER_START':
      return laterStart(measure, basis, open);
    case 'PENDING':
      return pending(measure, basis);
  }
}

function cut({ year, basisPoints }: Kind<'CUT'>, basis: ScenarioBasis): PlannedMeasure {
  const found = year === null ? { years: basis.years.filter(isRunning), warnings: [] } : yearNamed(basis, year);
  const parts = found.years.map((each) => ({
    year: fiscalYear(each.year),
    amount: share(cents(each.appropriatedCents), basisPoints, MEASURE_ROUNDING.CUT),
  }));
  return {
    ...NOTHING,
    warnings: found.warnings,
    changes: parts.map((part) => ({
      ...NO_CHANGE,
      year: part.year,
      appropriationCents: negate(part.amount),
      freeCents: negate(part.amount),
    })),
    act: actOf(
      'APPROPRIATION_CHANGE',
      parts.map((part) => line('CUT', part.year, part.amount)),
    ),
  };
}

function lock({ year, basisPoints }: Kind<'LOCK'>, basis: ScenarioBasis): PlannedMeasure {
  const { years, warnings } = yearNamed(basis, year);
  const parts = years.map((each) => ({
    year: fiscalYear(each.year),
    amount: share(cents(each.appropriatedCents), basisPoints, MEASURE_ROUNDING.LOCK),
  }));
  return {
    ...NOTHING,
    warnings,
    changes: parts.map((part) => ({
      ...NO_CHANGE,
      year: part.year,
      lockedCents: part.amount,
      freeCents: negate(part.amount),
    })),
    act: actOf(
      'LOCK',
      parts.map((part) => line('LOCK', part.year, part.amount)),
    ),
  };
}

function rephase({ fromYear, toYear, amountCents }: Kind<'REPHASE'>, basis: ScenarioBasis): PlannedMeasure {
  const [from, to] = [yearNamed(basis, fromYear), yearNamed(basis, toYear)];
  const warnings = [...from.warnings, ...to.warnings];
  if (warnings.length > 0) return { ...NOTHING, warnings };
  const amount = cents(amountCents);
  const side = (year: number, signed: Cents): YearChange => ({
    ...NO_CHANGE,
    year: fiscalYear(year),
    appropriationCents: signed,
    freeCents: signed,
  });
  return {
    ...NOTHING,
    changes: [side(fromYear, negate(amount)), side(toYear, amount)],
    act: actOf('REPHASE', [
      line('REPHASE_OUT', fiscalYear(fromYear), amount),
      line('REPHASE_IN', fiscalYear(toYear), amount),
    ]),
  };
}

function tariffRise(measure: Kind<'TARIFF_RISE'>, basis: ScenarioBasis): PlannedMeasure {
  const { years, warnings } = yearNamed(basis, measure.fromYear);
  if (years.length === 0) return { ...NOTHING, warnings };
  const reached = basis.years.filter((each) => each.year >= measure.fromYear && isRunning(each));
  const rises = basis.awards.flatMap((award) => {
    const parts = award.tranches.flatMap(({ year, amountCents }) => {
      if (!reached.some((each) => each.year === year)) return [];
      const amount = proportion(
        cents(amountCents),
        measure.personnelShareBasisPoints * measure.basisPoints,
        100_000_000,
        MEASURE_ROUNDING.TARIFF_RISE,
      );
      return amount === 0 ? [] : [{ year: fiscalYear(year), amount }];
    });
    return parts.length === 0 ? [] : [{ award, parts }];
  });
  return reservation(basis, rises);
}

function raise({ awardId, year, amountCents }: Kind<'RAISE'>, basis: ScenarioBasis): PlannedMeasure {
  const award = basis.awards.find((each) => each.awardId === awardId);
  if (award === undefined) return { ...NOTHING, warnings: [warning('AWARD_UNKNOWN')] };
  const { years, warnings } = yearNamed(basis, year);
  if (years.length === 0) return { ...NOTHING, warnings };
  return reservation(basis, [{ award, parts: [{ year: fiscalYear(year), amount: cents(amountCents) }] }]);
}

interface Rise {
  readonly award: ScenarioAward;
  readonly parts: readonly { readonly year: FiscalYear; readonly amount: Cents }[];
}

/** Reserved at once; bound only by the Änderungsbescheid, which then uses the authorisation (§ 38 LHO). */
function reservation(basis: ScenarioBasis, rises: readonly Rise[]): PlannedMeasure {
  const lines = rises.flatMap(({ award, parts }) =>
    parts.map(({ year, amount }) => ({ ...line('RESERVE', year, amount), applicationId: award.applicationId })),
  );
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  const provisional = basis.years.filter(
    ({ year, state }) => state === 'PROVISIONAL' && years.some((each) => each === year),
  );
  return {
    changes: lines.map(({ year, amountCents }) => ({
      ...NO_CHANGE,
      year,
      reservedCents: amountCents,
      freeCents: negate(amountCents),
      authorisationCents: year > basis.currentYear ? negate(amountCents) : ZERO_CENTS,
    })),
    warnings: provisional.map(({ year }) => warning('YEAR_PROVISIONAL', year)),
    act: actOf(
      'AMENDMENT_RESERVATION',
      [...lines].sort((a, b) => a.year - b.year),
    ),
    followUps: rises.map(({ award, parts }) => followUp('RAISE_NOTICE', award, parts)),
  };
}

function waiver(
  { awardId, year, amountCents }: Kind<'WAIVER'>,
  basis: ScenarioBasis,
  open: OpenTranches,
): PlannedMeasure {
  const award = basis.awards.find((each) => each.awardId === awardId);
  if (award === undefined) return { ...NOTHING, warnings: [warning('AWARD_UNKNOWN')] };
  const { years, warnings } = yearNamed(basis, year);
  if (years.length === 0) return { ...NOTHING, warnings };
  const left = open.of(award, year);
  const amount = minCents(cents(amountCents), left);
  open.take(award, year, amount);
  const isTooMuch = amountCents > left;
  return {
    ...reduction(basis, award, fiscalYear(year), amount),
    warnings: isTooMuch ? [warning('MORE_THAN_OPEN', year, left)] : [],
  };
}

function laterStart(
  { awardId, months }: Kind<'LATER_START'>,
  basis: ScenarioBasis,
  open: OpenTranches,
): PlannedMeasure {
  const award = basis.awards.find((each) => each.awardId === awardId);
  if (award === undefined) return { ...NOTHING, warnings: [warning('AWARD_UNKNOWN')] };
  const first = [...award.tranches]
    .sort((a, b) => a.year - b.year)
    .find(({ year }) => basis.years.some((each) => each.year === year && isRunning(each)));
  const left = first === undefined ? ZERO_CENTS : open.of(award, first.year);
  if (first === undefined || left === 0) return { ...NOTHING, warnings: [warning('NOTHING_OPEN')] };
  const wanted = proportion(cents(first.amountCents), months, 12, MEASURE_ROUNDING.LATER_START);
  const amount = minCents(wanted, left);
  open.take(award, first.year, amount);
  return {
    ...reduction(basis, award, fiscalYear(first.year), amount),
    warnings: wanted > left ? [{ ...warning('MORE_THAN_OPEN', first.year, left), isBlocking: false }] : [],
  };
}

/** Comes back by an Änderungsbescheid; the authorisation with it as long as the year that gave it has not ended. */
function reduction(basis: ScenarioBasis, award: ScenarioAward, year: FiscalYear, amount: Cents): PlannedMeasure {
  if (amount === 0) return NOTHING;
  const isAuthorised = year > basis.currentYear && award.signedYear === basis.currentYear;
  return {
    ...NOTHING,
    changes: [
      {
        ...NO_CHANGE,
        year,
        boundCents: negate(amount),
        freeCents: amount,
        authorisationCents: isAuthorised ? amount : ZERO_CENTS,
      },
    ],
    followUps: [followUp('REDUCTION_NOTICE', award, [{ year, amount }])],
  };
}

/** What is reserved already counts as it is; otherwise what was applied for. */
function pending({ applicationId }: Kind<'PENDING'>, basis: ScenarioBasis): PlannedMeasure {
  const application = basis.applications.find((each) => each.applicationId === applicationId);
  if (application === undefined) return { ...NOTHING, warnings: [warning('APPLICATION_UNKNOWN')] };
  const isReserved = application.years.some(({ reservedCents }) => reservedCents > 0);
  const parts = application.years.flatMap(({ year, requestedCents, reservedCents }) => {
    const amount = cents(isReserved ? reservedCents : requestedCents);
    return amount === 0 ? [] : [{ year: fiscalYear(year), amount }];
  });
  const found = parts.map(({ year }) => yearNamed(basis, year));
  const counted = parts.filter((_, index) => found[index]?.years.length === 1);
  return {
    ...NOTHING,
    warnings: found.flatMap(({ warnings }) => warnings),
    changes: counted.map(({ year, amount }) => ({
      ...NO_CHANGE,
      year,
      reservedCents: isReserved ? negate(amount) : ZERO_CENTS,
      boundCents: amount,
      freeCents: isReserved ? ZERO_CENTS : negate(amount),
      authorisationCents: year > basis.currentYear ? negate(amount) : ZERO_CENTS,
    })),
    followUps: [followUp('DECISION', { ...application, awardId: null }, counted)],
  };
}

function followUp(
  kind: FollowUpKind,
  of: Pick<ScenarioAward, 'applicationId' | 'caseNumber' | 'applicantName'> & { readonly awardId: string | null },
  parts: Rise['parts'],
): Omit<ScenarioFollowUp, 'measure'> {
  const { applicationId, awardId, caseNumber, applicantName } = of;
  const years = parts.map(({ year, amount }) => ({ year, amountCents: amount }));
  const totalCents = cents(years.reduce((total, { amountCents }) => total + amountCents, 0));
  return { kind, applicationId, awardId, caseNumber, applicantName, years, totalCents };
}

function isRunning({ state }: ScenarioYear): boolean {
  return !ENDED.includes(state);
}

/** The year a measure names, or why it cannot be meant. */
function yearNamed(basis: ScenarioBasis, year: number): { years: readonly ScenarioYear[]; warnings: Warning[] } {
  const found = basis.years.find((each) => each.year === year);
  if (found === undefined) return { years: [], warnings: [warning('YEAR_UNKNOWN', year)] };
  return isRunning(found) ? { years: [found], warnings: [] } : { years: [], warnings: [warning('YEAR_ENDED', year)] };
}

function warning(code: ScenarioWarningCode, year: number | null = null, amount: Cents | null = null): Warning {
  return { code, year: year === null ? null : fiscalYear(year), cents: amount, isBlocking: true };
}

function line(kind: ScenarioActLine['kind'], year: FiscalYear, amountCents: Cents): ScenarioActLine {
  return { kind, year, amountCents, applicationId: null };
}

function actOf(kind: ScenarioAct['kind'], lines: readonly ScenarioActLine[]): Omit<ScenarioAct, 'measure'> | null {
  const booked = lines.filter(({ amountCents }) => amountCents > 0);
  return booked.length === 0 ? null : { kind, lines: booked };
}
