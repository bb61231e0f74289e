import { MEASURE_KINDS, type ScenarioMeasure } from './measure';
import { measuresOf } from './measure-reader';

const EXAMPLES: readonly ScenarioMeasure[] = [
  { kind: 'CUT', year: null, basisPoints: 500 },
  { kind: 'LOCK', year: 2027, basisPoints: 100 },
  { kind: 'REPHASE', fromYear: 2026, toYear: 2028, amountCents: 1 },
  { kind: 'TARIFF_RISE', fromYear: 2027, basisPoints: 300, personnelShareBasisPoints: 8000 },
  { kind: 'RAISE', awardId: 'a', year: 2027, amountCents: 1 },
  { kind: 'WAIVER', awardId: 'a', year: 2027, amountCents: 1 },
  { kind: 'LATER_START', awardId: 'a', months: 3 },
  { kind: 'PENDING', applicationId: 'b' },
];

describe('a measure read from JSON', () => {
  it('has an example of each kind here', () => {
    expect(EXAMPLES.map(({ kind }) => kind)).toEqual(MEASURE_KINDS);
  });

  it.each(EXAMPLES.map((measure) => [measure.kind, measure] as const))('%s stays what it is', (_kind, measure) => {
    expect(measuresOf([{ ...measure, ...(measure.kind === 'PENDING' ? { months: null } : {}) }])).toEqual([measure]);
  });

  it.each(EXAMPLES.map((measure) => [measure.kind, measure] as const))(
    '%s needs each of its members',
    (_kind, measure) => {
      for (const member of Object.keys(measure)) {
        if (member === 'kind' || (measure.kind === 'CUT' && member === 'year')) continue;
        expect(() => measuresOf([{ ...measure, [member]: null }])).toThrow(
          expect.objectContaining({
            code: 'budget-scenario.measure-incomplete',
            details: { errors: [{ path: `measures[0].${member}`, code: 'budget-scenario.measure-incomplete' }] },
          }),
        );
      }
    },
  );

  it('takes nothing that belongs to another kind', () => {
    expect(() => measuresOf([{ kind: 'CUT', basisPoints: 1, months: 3 }])).toThrow(
      expect.objectContaining({ code: 'budget-scenario.measure-incomplete' }),
    );
  });
});
