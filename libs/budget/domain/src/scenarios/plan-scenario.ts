import { planBudgetAct } from '../acts/act-lines';
import type { BudgetActKind } from '../acts/budget-act';
import { inBookingOrder, type PlannedTransfer } from '../transfer-plan';
import { TRANSFER_RULES } from '../transfer-rules';
import type { ScenarioActLine } from './scenario-result';

/** A booking of one of the scenario's acts. */
export interface ScenarioBooking<Act> {
  readonly act: Act;
  readonly transfer: PlannedTransfer;
}

interface PlannableAct {
  readonly kind: BudgetActKind;
  readonly lines: readonly ScenarioActLine[];
}

/**
 * All bookings of all acts, in ascending years, and in each year first what adds to the free money: so the balance never
 * falls below where it ends, and what is covered at the end is covered at every step.
 */
export function planScenario<Act extends PlannableAct>(acts: readonly Act[]): ScenarioBooking<Act>[] {
  const bookings = acts.flatMap((act) => {
    const lines = act.lines.map((line) => ({ ...line, dueYear: null, lineId: '', targetLineId: null }));
    const planned = planBudgetAct({ kind: act.kind, lines, consentReference: null, carryOverEndsOn: null });
    return planned.map((transfer): ScenarioBooking<Act> => ({
      act,
      transfer: { ...transfer, lineId: null, targetLineId: null },
    }));
  });
  const gains = bookings.filter(({ transfer }) => TRANSFER_RULES[transfer.kind].to === 'free');
  const uses = bookings.filter(({ transfer }) => TRANSFER_RULES[transfer.kind].to !== 'free');
  const ordered = [...gains, ...uses];
  const actOf = new Map(ordered.map(({ act, transfer }) => [transfer, act]));
  return inBookingOrder(ordered.map(({ transfer }) => transfer)).flatMap((transfer) => {
    const act = actOf.get(transfer);
    return act === undefined ? [] : [{ act, transfer }];
  });
}
