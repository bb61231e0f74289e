import {
  planBudgetAct,
  type BudgetActKind,
  type BudgetActLine,
  type PlannedTransfer,
  type TransferKind,
} from '@wir/budget/domain';
import { cents, DomainError, fiscalYear, isFiscalYear, type LocalDate } from '@wir/shared/kernel';

export interface ActToPlan {
  readonly kind: BudgetActKind;
  readonly consentReference: string | null;
  readonly carryOverEndsOn: LocalDate | null;
  readonly lines: readonly {
    readonly kind: TransferKind;
    readonly year: number;
    readonly dueYear: number | null;
    readonly lineId: string;
    readonly targetLineId: string | null;
    readonly amountCents: number;
    /** The case a reservation is for. */
    readonly applicationId?: string | null;
  }[];
}

/**
 * The bookings of an act. The ledger knows the main line by its absence, so that awards and acts meet on one account;
 * `mainLineId` is what the act calls it.
 */
export function transfersOfAct(act: ActToPlan, mainLineId: string): PlannedTransfer[] {
  const lines: BudgetActLine[] = act.lines.map((line, index) => {
    const years = [line.year, line.dueYear ?? line.year];
    if (!years.every(isFiscalYear))
      throw new DomainError('unprocessable', 'budget.year-not-found', {
        year: line.year,
        errors: [{ path: `lines[${index}].year`, code: 'budget.year-not-found' }],
      });
    return {
      kind: line.kind,
      year: fiscalYear(line.year),
      dueYear: line.dueYear === null ? null : fiscalYear(line.dueYear),
      lineId: line.lineId,
      targetLineId: line.targetLineId,
      amountCents: cents(line.amountCents),
      applicationId: line.applicationId ?? null,
    };
  });
  const inLedger = (lineId: string | null | undefined): string | null =>
    lineId === undefined || lineId === null || lineId === mainLineId ? null : lineId;
  return planBudgetAct({ ...act, lines }).map((transfer) => ({
    ...transfer,
    lineId: inLedger(transfer.lineId),
    targetLineId: inLedger(transfer.targetLineId),
  }));
}
