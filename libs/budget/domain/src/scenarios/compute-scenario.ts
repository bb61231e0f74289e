import {
  add,
  cents,
  fiscalYear,
  maxCents,
  negate,
  subtract,
  sum,
  ZERO_CENTS,
  type Cents,
  type FiscalYear,
} from '@wir/shared/kernel';
import type { ScenarioMeasure } from './measure';
import { planMeasure, type OpenTranches, type PlannedMeasure } from './plan-measure';
import type { ScenarioBasis, ScenarioYear } from './scenario-basis';
import type {
  ScenarioAuthorisationResult,
  ScenarioResult,
  ScenarioWarning,
  ScenarioYearResult,
  YearChange,
  YearPosition,
} from './scenario-result';

/** The budget as it would stand; the same on the screen and at the booking, because it is the same function. */
export function computeScenario(basis: ScenarioBasis, measures: readonly ScenarioMeasure[]): ScenarioResult {
  const open = openTranches(basis);
  const planned = measures.map((measure) => planMeasure(measure, basis, open));
  const all = planned.flatMap(({ changes }) => changes);
  const booked = planned.filter(({ act }) => act !== null).flatMap(({ changes }) => changes);
  const years = basis.years.map((year) => yearResult(year, booked, all));
  const authorisations = authorisationResults(basis, all);
  return {
    years,
    authorisations,
    effects: planned.map(({ changes, act }, index) => ({
      measure: index,
      kind: kindOf(measures, index),
      isBooked: act !== null,
      changes: byYear(changes),
      deltaFreeCents: sum(changes.map(({ freeCents }) => freeCents)),
    })),
    warnings: [...measureWarnings(planned), ...totalWarnings(basis, years, authorisations)],
    acts: planned.flatMap(({ act }, measure) => (act === null ? [] : [{ measure, ...act }])),
    followUps: planned.flatMap(({ followUps }, measure) => followUps.map((each) => ({ measure, ...each }))),
  };
}

function kindOf(measures: readonly ScenarioMeasure[], index: number): ScenarioMeasure['kind'] {
  const measure = measures[index];
  if (measure === undefined) throw new RangeError(`No measure ${index}`);
  return measure.kind;
}

function openTranches(basis: ScenarioBasis): OpenTranches {
  const left = new Map<string, Cents>();
  for (const { awardId, tranches } of basis.awards)
    for (const { year, openCents } of tranches) left.set(`${awardId}:${year}`, cents(openCents));
  const read: OpenTranches['of'] = ({ awardId }, year) => left.get(`${awardId}:${year}`) ?? ZERO_CENTS;
  return {
    of: read,
    take: (award, year, amount) => left.set(`${award.awardId}:${year}`, subtract(read(award, year), amount)),
  };
}

/** Where a year stands today. */
export function positionOf(year: ScenarioYear): YearPosition {
  return {
    appropriationCents: cents(year.appropriatedCents),
    lockedCents: cents(year.lockedCents),
    reservedCents: cents(year.reservedCents),
    boundCents: cents(year.committedCents + year.orderedCents + year.paidCents),
    goneCents: cents(year.returnedCents + year.lapsedCents),
    freeCents: cents(year.freeCents),
  };
}

function yearResult(
  basis: ScenarioYear,
  booked: readonly YearChange[],
  all: readonly YearChange[],
): ScenarioYearResult {
  const now = positionOf(basis);
  const then = moved(now, basis.year, all);
  return {
    year: fiscalYear(basis.year),
    state: basis.state,
    now,
    booked: moved(now, basis.year, booked),
    then,
    deltaFreeCents: subtract(then.freeCents, now.freeCents),
    overCommittedCents: lacking(basis, then),
  };
}

/** Money of other budget lines covers no award. */
function lacking({ otherLinesFreeCents }: ScenarioYear, { freeCents }: YearPosition): Cents {
  return maxCents(ZERO_CENTS, cents(otherLinesFreeCents - freeCents));
}

function moved(now: YearPosition, year: number, changes: readonly YearChange[]): YearPosition {
  return changes
    .filter((change) => change.year === year)
    .reduce(
      (position, change) => ({
        appropriationCents: add(position.appropriationCents, change.appropriationCents),
        lockedCents: add(position.lockedCents, change.lockedCents),
        reservedCents: add(position.reservedCents, change.reservedCents),
        boundCents: add(position.boundCents, change.boundCents),
        goneCents: position.goneCents,
        freeCents: add(position.freeCents, change.freeCents),
      }),
      now,
    );
}

/** A promise made today uses the authorisations of this year's budget, whatever earlier budgets still hold. */
function authorisationResults(basis: ScenarioBasis, changes: readonly YearChange[]): ScenarioAuthorisationResult[] {
  const dueYears = basis.years.map(({ year }) => year).filter((year) => year > basis.currentYear);
  return dueYears.map((dueYear) => {
    const held = basis.authorisations.find((each) => each.budgetYear === basis.currentYear && each.dueYear === dueYear);
    const freeNowCents = cents(held?.freeCents ?? 0);
    const due = changes.filter(({ year }) => year === dueYear).map(({ authorisationCents }) => authorisationCents);
    const freeThenCents = add(freeNowCents, sum(due));
    return {
      budgetYear: fiscalYear(basis.currentYear),
      dueYear: fiscalYear(dueYear),
      freeNowCents,
      freeThenCents,
      lackingCents: maxCents(ZERO_CENTS, negate(freeThenCents)),
    };
  });
}

/** One row per year, however many awards a measure touches. */
function byYear(changes: readonly YearChange[]): YearChange[] {
  const years = new Map<FiscalYear, YearChange>();
  for (const change of changes) {
    const before = years.get(change.year);
    years.set(change.year, before === undefined ? change : together(before, change));
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

function together(a: YearChange, b: YearChange): YearChange {
  return {
    year: a.year,
    appropriationCents: add(a.appropriationCents, b.appropriationCents),
    lockedCents: add(a.lockedCents, b.lockedCents),
    reservedCents: add(a.reservedCents, b.reservedCents),
    boundCents: add(a.boundCents, b.boundCents),
    freeCents: add(a.freeCents, b.freeCents),
    authorisationCents: add(a.authorisationCents, b.authorisationCents),
  };
}

function measureWarnings(planned: readonly PlannedMeasure[]): ScenarioWarning[] {
  return planned.flatMap(({ warnings }, measure) => warnings.map((each) => ({ ...each, measure })));
}

function totalWarnings(
  basis: ScenarioBasis,
  years: readonly ScenarioYearResult[],
  authorisations: readonly ScenarioAuthorisationResult[],
): ScenarioWarning[] {
  const overCommitted = years
    .filter(({ overCommittedCents }) => overCommittedCents > 0)
    .map(({ year, overCommittedCents }): ScenarioWarning => ({
      code: 'OVER_COMMITTED',
      measure: null,
      year,
      cents: overCommittedCents,
      isBlocking: false,
    }));
  const notCovered = years.flatMap(({ year, now, booked }): ScenarioWarning[] => {
    const from = basis.years.find((each) => each.year === year);
    const missing = from === undefined || booked.freeCents >= now.freeCents ? ZERO_CENTS : lacking(from, booked);
    return missing === 0
      ? []
      : [{ code: 'BOOKING_NOT_COVERED', measure: null, year, cents: missing, isBlocking: true }];
  });
  // As at a new award, a reservation waits for its authorisation until the signature; that is why it does not stop here.
  const lackingAuthorisation = authorisations
    .filter(({ lackingCents }) => lackingCents > 0)
    .map(({ dueYear, lackingCents }): ScenarioWarning => ({
      code: 'AUTHORISATION_LACKING',
      measure: null,
      year: dueYear,
      cents: lackingCents,
      isBlocking: false,
    }));
  return [...overCommitted, ...notCovered, ...lackingAuthorisation];
}
