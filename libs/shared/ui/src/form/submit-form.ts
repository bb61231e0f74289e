import { FieldTree, submit } from '@angular/forms/signals';
import { ApiProblem, asApiProblem } from '@wir/shared/console';
import type { ErrorSummary } from './error-summary';
import { placeErrors } from './server-errors';

/**
 * The one way to send a form: marks all fields as touched, does the deed once (a second click while it runs is ignored),
 * puts the server's faults at their fields and moves the focus to the summary. True when the deed is done.
 */
export async function submitForm<T>(
  form: FieldTree<T>,
  summary: ErrorSummary,
  deed: () => Promise<unknown>,
): Promise<boolean> {
  const tree = form as FieldTree<unknown>;
  if (tree().submitting()) return false;
  const outcome: { problem?: ApiProblem } = {};
  const done = await submit(tree, async () => {
    try {
      await deed();
      return undefined;
    } catch (error) {
      outcome.problem = asApiProblem(error);
      // Only faults at fields go into the form: one at the form itself would block the next attempt after a lost line.
      return placeErrors(tree, outcome.problem).placed;
    }
  });
  if (done && !outcome.problem) {
    summary.hide();
    return true;
  }
  summary.show(outcome.problem && placeErrors(tree, outcome.problem).placed.length === 0 ? outcome.problem : undefined);
  return false;
}
