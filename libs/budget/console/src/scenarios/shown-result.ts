import type { ScenarioResult } from '@wir/budget/domain';

/** Amounts and years as JSON carries them. */
type Plain<T> = T extends number
  ? number
  : T extends readonly (infer Entry)[]
    ? readonly Plain<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** What the screen shows of a what-if, computed here or by the server. */
export type ShownResult = Plain<Omit<ScenarioResult, 'acts'>>;
