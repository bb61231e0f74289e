import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { ApiProblem, InputProblem } from '@wir/shared/console';

export interface PlacedErrors {
  /** At their fields; Signal Forms clears each on the next change of its field. */
  readonly placed: ValidationError.WithFieldTree[];
  /** The form does not know these paths; they show on top. */
  readonly unplaced: readonly InputProblem[];
}

/** Puts the `errors` of a problem document at their fields: `years[1].requestedCents` → `form.years[1].requestedCents`. */
export function placeErrors(form: FieldTree<unknown>, problem: ApiProblem): PlacedErrors {
  const placed: ValidationError.WithFieldTree[] = [];
  const unplaced: InputProblem[] = [];
  for (const error of problem.errors) {
    const fieldTree = fieldAt(form, error.path);
    if (fieldTree) placed.push({ kind: error.code, fieldTree });
    else unplaced.push(error);
  }
  return { placed, unplaced };
}

function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> | undefined {
  let node: unknown = form;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    node = typeof node === 'function' ? Reflect.get(node, key) : undefined;
  }
  return typeof node === 'function' && node !== form ? (node as FieldTree<unknown>) : undefined;
}
