import { DomainError } from '@wir/shared/kernel';
import type { MeasureKind, ScenarioMeasure } from './measure';

/** A measure as JSON carries it: one shape for all kinds, what does not belong to the kind is missing or null. */
export interface MeasureRecord {
  readonly kind: MeasureKind;
  readonly year?: number | null;
  readonly fromYear?: number | null;
  readonly toYear?: number | null;
  readonly basisPoints?: number | null;
  readonly personnelShareBasisPoints?: number | null;
  readonly amountCents?: number | null;
  readonly months?: number | null;
  readonly awardId?: string | null;
  readonly applicationId?: string | null;
}

type Member = Exclude<keyof MeasureRecord, 'kind'>;

const MEMBERS: Readonly<Record<MeasureKind, readonly Member[]>> = {
  CUT: ['year', 'basisPoints'],
  LOCK: ['year', 'basisPoints'],
  REPHASE: ['fromYear', 'toYear', 'amountCents'],
  TARIFF_RISE: ['fromYear', 'basisPoints', 'personnelShareBasisPoints'],
  RAISE: ['awardId', 'year', 'amountCents'],
  WAIVER: ['awardId', 'year', 'amountCents'],
  LATER_START: ['awardId', 'months'],
  PENDING: ['applicationId'],
};

/** Refuses what is missing and what is too much, with the place of it. */
export function measuresOf(records: readonly MeasureRecord[]): ScenarioMeasure[] {
  return records.map((record, index) => measureOf(record, index));
}

function measureOf(record: MeasureRecord, index: number): ScenarioMeasure {
  const { kind, awardId, applicationId } = record;
  const wanted = MEMBERS[kind];
  for (const member of Object.keys(record)) {
    const isStranger = member !== 'kind' && !wanted.some((each) => each === member);
    if (isStranger && (record[member as Member] ?? null) !== null) throw incomplete(index, member);
  }
  const number = (member: Exclude<Member, 'awardId' | 'applicationId'>): number => {
    const value = record[member] ?? null;
    if (value === null) throw incomplete(index, member);
    return value;
  };
  const text = (member: 'awardId' | 'applicationId', value: string | null | undefined): string => {
    if (value === null || value === undefined) throw incomplete(index, member);
    return value;
  };
  switch (kind) {
    case 'CUT':
      return { kind, year: record.year ?? null, basisPoints: number('basisPoints') };
    case 'LOCK':
      return { kind, year: number('year'), basisPoints: number('basisPoints') };
    case 'REPHASE':
      return { kind, fromYear: number('fromYear'), toYear: number('toYear'), amountCents: number('amountCents') };
    case 'TARIFF_RISE':
      return {
        kind,
        fromYear: number('fromYear'),
        basisPoints: number('basisPoints'),
        personnelShareBasisPoints: number('personnelShareBasisPoints'),
      };
    case 'RAISE':
    case 'WAIVER':
      return { kind, awardId: text('awardId', awardId), year: number('year'), amountCents: number('amountCents') };
    case 'LATER_START':
      return { kind, awardId: text('awardId', awardId), months: number('months') };
    case 'PENDING':
      return { kind, applicationId: text('applicationId', applicationId) };
  }
}

function incomplete(index: number, member: string): DomainError {
  const code = 'budget-scenario.measure-incomplete';
  return new DomainError('unprocessable', code, { errors: [{ path: `measures[${index}].${member}`, code }] });
}
