import { measureFault, type MeasureKind, type ScenarioMeasure } from '@wir/budget/domain';

/** Selects hold strings; empty means not chosen. */
export interface MeasureDraft {
  readonly kind: MeasureKind;
  year: string;
  toYear: string;
  basisPoints: number | null;
  personnelShareBasisPoints: number | null;
  amountCents: number | null;
  awardId: string;
  months: string;
  applicationId: string;
}

export type MeasureField = Exclude<keyof MeasureDraft, 'kind'>;

/** Every year of the budget. */
export const ALL_YEARS = 'all';

/** What a kind asks for, in the order of its sentence. */
export const MEASURE_FIELDS: Readonly<Record<MeasureKind, readonly MeasureField[]>> = {
  CUT: ['year', 'basisPoints'],
  LOCK: ['year', 'basisPoints'],
  REPHASE: ['year', 'toYear', 'amountCents'],
  TARIFF_RISE: ['year', 'basisPoints', 'personnelShareBasisPoints'],
  RAISE: ['awardId', 'year', 'amountCents'],
  WAIVER: ['awardId', 'year', 'amountCents'],
  LATER_START: ['awardId', 'months'],
  PENDING: ['applicationId'],
};

const HUNDRED_PERCENT = 10_000;

export function newMeasure(kind: MeasureKind): MeasureDraft {
  return {
    kind,
    year: kind === 'CUT' ? ALL_YEARS : '',
    toYear: '',
    basisPoints: null,
    personnelShareBasisPoints: kind === 'TARIFF_RISE' ? HUNDRED_PERCENT : null,
    amountCents: null,
    awardId: '',
    months: '',
    applicationId: '',
  };
}

/** Null as long as something it needs is not filled in. */
export function toMeasure(draft: MeasureDraft): ScenarioMeasure | null {
  return isWhole(draft) ? read(draft) : null;
}

function read(draft: MeasureDraft): ScenarioMeasure {
  const { kind, awardId, applicationId } = draft;
  const year = Number(draft.year);
  const basisPoints = draft.basisPoints ?? 0;
  const amountCents = draft.amountCents ?? 0;
  switch (kind) {
    case 'CUT':
      return { kind, year: draft.year === ALL_YEARS ? null : year, basisPoints };
    case 'LOCK':
      return { kind, year, basisPoints };
    case 'REPHASE':
      return { kind, fromYear: year, toYear: Number(draft.toYear), amountCents };
    case 'TARIFF_RISE':
      return {
        kind,
        fromYear: year,
        basisPoints,
        personnelShareBasisPoints: draft.personnelShareBasisPoints ?? 0,
      };
    case 'RAISE':
    case 'WAIVER':
      return { kind, awardId, year, amountCents };
    case 'LATER_START':
      return { kind, awardId, months: Number(draft.months) };
    case 'PENDING':
      return { kind, applicationId };
  }
}

export function fromMeasure(measure: ScenarioMeasure): MeasureDraft {
  const draft = newMeasure(measure.kind);
  switch (measure.kind) {
    case 'CUT':
    case 'LOCK':
      return {
        ...draft,
        year: measure.year === null ? ALL_YEARS : String(measure.year),
        basisPoints: measure.basisPoints,
      };
    case 'REPHASE':
      return {
        ...draft,
        year: String(measure.fromYear),
        toYear: String(measure.toYear),
        amountCents: measure.amountCents,
      };
    case 'TARIFF_RISE':
      return {
        ...draft,
        year: String(measure.fromYear),
        basisPoints: measure.basisPoints,
        personnelShareBasisPoints: measure.personnelShareBasisPoints,
      };
    case 'RAISE':
    case 'WAIVER':
      return {
        ...draft,
        awardId: measure.awardId,
        year: String(measure.year),
        amountCents: measure.amountCents,
      };
    case 'LATER_START':
      return { ...draft, awardId: measure.awardId, months: String(measure.months) };
    case 'PENDING':
      return { ...draft, applicationId: measure.applicationId };
  }
}

export interface FieldFault {
  readonly kind: string;
  readonly [detail: string]: unknown;
}

/** What is missing at a field of a measure; what is written there the domain judges. */
export function faultOf(field: MeasureField, draft: MeasureDraft): FieldFault | null {
  if (!MEASURE_FIELDS[draft.kind].includes(field)) return null;
  const value = draft[field];
  if (value === '') return { kind: 'required' };
  if (value === null) return { kind: field === 'amountCents' ? 'euro.empty' : 'required' };
  const fault = measureFault(read(draft));
  return fault?.path === field ? { kind: fault.code } : null;
}

function isWhole(draft: MeasureDraft): boolean {
  return MEASURE_FIELDS[draft.kind].every((field) => faultOf(field, draft) === null);
}
