import { MEASURE_KINDS } from '@wir/budget/domain';
import {
  ALL_YEARS,
  MEASURE_FIELDS,
  faultOf,
  fromMeasure,
  newMeasure,
  toMeasure,
  type MeasureDraft,
} from './measure-draft';

const FILLED: Omit<MeasureDraft, 'kind'> = {
  year: '2027',
  toYear: '2028',
  basisPoints: 250,
  personnelShareBasisPoints: 8000,
  amountCents: 100_00,
  awardId: 'award',
  months: '3',
  applicationId: 'application',
};

describe('the draft of a measure', () => {
  it.each(MEASURE_KINDS)('%s keeps what it asks for on its way to the server and back', (kind) => {
    const measure = toMeasure({ ...FILLED, kind });

    expect(measure).not.toBeNull();
    const back = measure && fromMeasure(measure);
    for (const field of MEASURE_FIELDS[kind]) expect(back?.[field]).toBe(FILLED[field]);
  });

  it.each(MEASURE_KINDS)('%s is no measure while any of its fields is empty', (kind) => {
    for (const field of MEASURE_FIELDS[kind]) {
      const empty = typeof FILLED[field] === 'string' ? '' : null;
      expect(toMeasure({ ...FILLED, kind, [field]: empty })).toBeNull();
    }
  });

  it('cuts all years when asked to', () => {
    const all = { ...newMeasure('CUT'), basisPoints: 500 };

    expect(toMeasure(all)).toEqual({ kind: 'CUT', year: null, basisPoints: 500 });
    expect(fromMeasure({ kind: 'CUT', year: null, basisPoints: 500 }).year).toBe(ALL_YEARS);
  });

  it('asks for no field of another kind', () => {
    expect(faultOf('awardId', newMeasure('CUT'))).toBeNull();
    expect(faultOf('awardId', newMeasure('WAIVER'))).toEqual({ kind: 'required' });
  });

  it('neither takes nothing nor more than all', () => {
    const cut = (basisPoints: number): MeasureDraft => ({ ...newMeasure('CUT'), basisPoints });

    expect(faultOf('basisPoints', cut(0))).toEqual({ kind: 'budget-scenario.measure-out-of-range' });
    expect(faultOf('basisPoints', cut(10_000))).toBeNull();
    expect(faultOf('basisPoints', cut(10_001))).toEqual({ kind: 'budget-scenario.measure-out-of-range' });
  });

  it('moves nothing into the year it comes from', () => {
    const draft = { ...newMeasure('REPHASE'), year: '2027', toYear: '2027', amountCents: 1 };

    expect(faultOf('toYear', draft)).toEqual({ kind: 'budget-scenario.measure-same-year' });
  });
});
