import type { DraftProblem } from './draft-rules';

/** The pages of the form in the order of the left list; the names stand in the address. */
export const STEPS = ['traeger', 'vorhaben', 'kosten', 'finanzierung', 'anlagen', 'pruefen', 'einreichen'] as const;
export type Step = (typeof STEPS)[number];
export const FILLABLE_STEPS: readonly Step[] = ['traeger', 'vorhaben', 'kosten', 'finanzierung', 'anlagen'];

/** Where a path of the form is asked; problems and items of an information request use the same paths. */
export function stepOfPath(path: string): Step {
  if (/^contact/.test(path)) return 'traeger';
  if (/^(title|purpose|period)/.test(path) || path === 'declarations.noPrematureStart') return 'vorhaben';
  if (/^attachments/.test(path)) return 'anlagen';
  if (/^years$|^years\[\d+\]\.(expenses|year)/.test(path)) return 'kosten';
  if (/^(years|declarations|financing)/.test(path)) return 'finanzierung';
  return 'pruefen';
}

/** Position of the year a path speaks of, or null. */
export function yearIndexOfPath(path: string): number | null {
  const position = /^years\[(\d+)\]/.exec(path);
  return position ? Number(position[1]) : null;
}

export type StepState = 'open' | 'begun' | 'done';

/** A step is done without problems, begun once something stands in it, open otherwise. */
export function stepState(step: Step, problems: readonly DraftProblem[], isBegun: boolean): StepState {
  const own = problems.filter(({ path }) => stepOfPath(path) === step);
  if (own.length === 0) return 'done';
  return isBegun ? 'begun' : 'open';
}
