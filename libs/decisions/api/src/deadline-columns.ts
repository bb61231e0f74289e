import type { Deadlines } from '@wir/shared/kernel';

/** The computed dates and each step of their reasoning, as they are kept with the notice. */
export function deadlineColumns({
  deemedNotifiedOn,
  appealEndsOn,
  finalOn,
  reasoning,
}: Deadlines): Readonly<Record<string, unknown>> {
  return {
    deemed_notified_on: deemedNotifiedOn,
    appeal_ends_on: appealEndsOn,
    final_on: finalOn,
    reasoning: JSON.stringify(reasoning),
  };
}
