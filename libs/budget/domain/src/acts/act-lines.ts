import { DomainError, sum, type Cents, type FiscalYear, type LocalDate } from '@wir/shared/kernel';
import { inBookingOrder, type PlannedTransfer } from '../transfer-plan';
import type { TransferKind } from '../transfer-rules';
import { BUDGET_ACT_RULES, type BudgetActKind } from './budget-act';

/** One movement of an act: what, in which year, on which budget line, how much. */
export interface BudgetActLine {
  readonly kind: TransferKind;
  readonly year: FiscalYear;
  readonly dueYear: FiscalYear | null;
  readonly lineId: string;
  readonly targetLineId: string | null;
  readonly amountCents: Cents;
  /** The case a reservation is made for; the other kinds name none. */
  readonly applicationId?: string | null;
}

export interface BudgetActContent {
  readonly kind: BudgetActKind;
  readonly lines: readonly BudgetActLine[];
  /** Consent of the Finance Ministry; a carry-over is void without it (§ 45 LHO). */
  readonly consentReference: string | null;
  readonly carryOverEndsOn: LocalDate | null;
}

const MAX_LINES = 40;
/** Cameral remainders stay usable up to the end of the second next year (§ 27 Abs. 2 HGrG). */
const CARRY_OVER_YEARS = 2;

/** Refuses what cannot become a booking, whatever the balances are; the rest the ledger says. */
export function planBudgetAct(content: BudgetActContent): PlannedTransfer[] {
  const { kind, lines } = content;
  const max = BUDGET_ACT_RULES[kind].maxLines ?? MAX_LINES;
  if (lines.length === 0 || lines.length > max) throw refused('budget-act.lines-missing', { max });
  lines.forEach((line, index) => refuseForeignLine(kind, line, index));
  if (kind === 'REPHASE' || kind === 'CARRY_OVER') refuseImbalance(lines);
  if (kind === 'REPHASE') refuseSameYear(lines);
  if (kind === 'CARRY_OVER') refuseLooseCarryOver(content);
  return inBookingOrder(
    lines.map(({ kind: transfer, year, dueYear, lineId, targetLineId, amountCents, applicationId = null }) => ({
      kind: transfer,
      year,
      dueYear,
      awardId: null,
      lineId,
      targetLineId,
      amountCents,
      applicationId,
    })),
  );
}

function refuseForeignLine(kind: BudgetActKind, line: BudgetActLine, index: number): void {
  const path = `lines[${index}]`;
  if (line.amountCents <= 0) throw refused('budget.amount-not-positive', at(`${path}.amountCents`));
  if (!BUDGET_ACT_RULES[kind].transfers.includes(line.kind))
    throw refused('budget-act.line-not-of-kind', at(`${path}.kind`));
  if ((BUDGET_ACT_RULES[kind].needsCase === true) !== ((line.applicationId ?? null) !== null))
    throw refused('budget-act.case-missing', at(`${path}.applicationId`));
  const isAuthorisation = line.kind === 'AUTHORISE' || line.kind === 'REVOKE_VE';
  if (isAuthorisation !== (line.dueYear !== null) || (line.dueYear !== null && line.dueYear <= line.year))
    throw refused('budget-act.due-year-invalid', at(`${path}.dueYear`));
  if ((line.kind === 'SHIFT') !== (line.targetLineId !== null) || line.targetLineId === line.lineId)
    throw refused('budget-act.target-line-invalid', at(`${path}.targetLineId`));
}

/** A balanced act moves money and never makes any: what leaves is what arrives, to the cent. */
function refuseImbalance(lines: readonly BudgetActLine[]): void {
  const total = (ending: '_OUT' | '_IN'): Cents =>
    sum(lines.filter(({ kind }) => kind.endsWith(ending)).map(({ amountCents }) => amountCents));
  const [outCents, inCents] = [total('_OUT'), total('_IN')];
  if (outCents !== inCents) throw refused('budget-act.not-balanced', { outCents, inCents });
}

function refuseSameYear(lines: readonly BudgetActLine[]): void {
  const years = (ending: '_OUT' | '_IN'): Set<number> =>
    new Set(lines.filter(({ kind }) => kind.endsWith(ending)).map(({ year }) => year));
  const from = years('_OUT');
  for (const year of years('_IN')) if (from.has(year)) throw refused('budget-act.same-year', { year });
}

function refuseLooseCarryOver({ lines, consentReference, carryOverEndsOn }: BudgetActContent): void {
  if (consentReference === null || consentReference.trim() === '')
    throw refused('budget-act.consent-missing', at('consentReference'));
  if (carryOverEndsOn === null) throw refused('budget-act.end-missing', at('carryOverEndsOn'));
  const from = Math.min(...lines.filter(({ kind }) => kind === 'CARRY_OUT').map(({ year }) => year));
  const into = lines.filter(({ kind }) => kind === 'CARRY_IN').map(({ year }) => year);
  if (into.some((year) => year <= from)) throw refused('budget-act.carry-over-not-forward', { year: from });
  const endYear = Number(carryOverEndsOn.slice(0, 4));
  if (endYear < Math.max(...into) || endYear > from + CARRY_OVER_YEARS)
    throw refused('budget-act.end-out-of-range', { ...at('carryOverEndsOn'), latestYear: from + CARRY_OVER_YEARS });
}

function at(path: string): { readonly path: string } {
  return { path };
}

function refused(code: string, details: Readonly<Record<string, unknown>> & { readonly path?: string }): DomainError {
  const { path, ...rest } = details;
  return new DomainError('unprocessable', code, path === undefined ? rest : { ...rest, errors: [{ path, code }] });
}
