import type { ScenarioBasis } from '@wir/budget/domain';
import { newMeasure, type MeasureDraft } from './measure-draft';
import { outcomeOf, toScenario } from './scenario-draft';

const YEAR = {
  year: 2027,
  state: 'OPEN',
  appropriatedCents: 1_000_00,
  lockedCents: 0,
  reservedCents: 0,
  committedCents: 900_00,
  orderedCents: 0,
  paidCents: 0,
  returnedCents: 0,
  lapsedCents: 0,
  freeCents: 100_00,
  otherLinesFreeCents: 0,
} as const;
const BASIS: ScenarioBasis = { currentYear: 2027, years: [YEAR], authorisations: [], awards: [], applications: [] };
const HALF: MeasureDraft = newMeasure('LOCK');
const CUT: MeasureDraft = { ...newMeasure('CUT'), basisPoints: 2_000 };

describe('a Planspiel while it is typed', () => {
  it('computes with the measures that are whole, each effect at its own place', () => {
    const { result, measures } = outcomeOf(BASIS, [HALF, CUT]);

    expect(measures[0]).toEqual({ effect: null, warnings: [] });
    expect(measures[1]?.effect).toMatchObject({ kind: 'CUT', deltaFreeCents: -200_00 });
    expect(result.years[0]).toMatchObject({ deltaFreeCents: -200_00, overCommittedCents: 100_00 });
  });

  it('puts a warning at the measure it is about, whatever stands before it', () => {
    const unknown: MeasureDraft = { ...newMeasure('LOCK'), year: '2040', basisPoints: 100 };

    const { measures } = outcomeOf(BASIS, [HALF, CUT, unknown]);

    expect(measures[1]?.warnings).toEqual([]);
    expect(measures[2]?.warnings).toMatchObject([{ code: 'YEAR_UNKNOWN', year: 2040 }]);
  });

  it('sends words without their edges', () => {
    expect(toScenario({ name: ' Nachtrag ', note: '  ', measures: [CUT] })).toEqual({
      name: 'Nachtrag',
      note: '',
      measures: [{ kind: 'CUT', year: null, basisPoints: 2_000 }],
    });
  });
});
