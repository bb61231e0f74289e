import {
  computeScenario,
  measuresOf,
  type MeasureEffect,
  type ScenarioBasis,
  type ScenarioMeasure,
  type ScenarioResult,
  type ScenarioWarning,
} from '@wir/budget/domain';
import type { BudgetScenarioDto, CreateBudgetScenarioDto } from '@wir/shared/contract';
import { fromMeasure, toMeasure, type MeasureDraft } from './measure-draft';

export interface ScenarioDraft {
  name: string;
  note: string;
  measures: MeasureDraft[];
}

export const EMPTY_SCENARIO: ScenarioDraft = { name: '', note: '', measures: [] };

export function toDraft({ name, note, measures }: BudgetScenarioDto): ScenarioDraft {
  return { name, note, measures: measuresOf(measures).map(fromMeasure) };
}

/** What is sent: only called with a form without faults, so every measure is whole. */
export function toScenario({ name, note, measures }: ScenarioDraft): CreateBudgetScenarioDto {
  return { name: name.trim(), note: note.trim(), measures: wholeOf(measures).map(({ measure }) => measure) };
}

/** What one measure of the draft comes to; effect null while it is not whole. */
export interface MeasureOutcome {
  readonly effect: MeasureEffect | null;
  readonly warnings: readonly ScenarioWarning[];
}

export interface Outcome {
  readonly result: ScenarioResult;
  /** By place in the draft. */
  readonly measures: readonly MeasureOutcome[];
}

/** The what-if of the moment: measures that are not whole yet change nothing. */
export function outcomeOf(basis: ScenarioBasis, drafts: readonly MeasureDraft[]): Outcome {
  const whole = wholeOf(drafts);
  const result = computeScenario(
    basis,
    whole.map(({ measure }) => measure),
  );
  const outcomes = new Map(
    whole.map(({ place }, index) => [
      place,
      {
        effect: result.effects[index] ?? null,
        warnings: result.warnings.filter(({ measure }) => measure === index),
      },
    ]),
  );
  return { result, measures: drafts.map((_draft, place) => outcomes.get(place) ?? { effect: null, warnings: [] }) };
}

function wholeOf(drafts: readonly MeasureDraft[]): { place: number; measure: ScenarioMeasure }[] {
  return drafts.flatMap((draft, place) => {
    const measure = toMeasure(draft);
    return measure === null ? [] : [{ place, measure }];
  });
}
