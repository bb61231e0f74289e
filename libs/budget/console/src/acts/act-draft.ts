import {
  BUDGET_ACT_RULES,
  planBudgetAct,
  type BudgetActKind,
  type BudgetActLine,
  type TransferKind,
} from '@wir/budget/domain';
import type { CreateBudgetActDto } from '@wir/shared/contract';
import { DomainError, cents, fiscalYear, parseLocalDate } from '@wir/shared/kernel';

/** Selects hold strings; empty means not chosen, at the budget line the main one. */
export interface LineDraft {
  kind: TransferKind;
  year: string;
  dueYear: string;
  lineId: string;
  targetLineId: string;
  amountCents: number | null;
}

export interface ActDraft {
  kind: BudgetActKind;
  reason: string;
  documentReference: string;
  consentReference: string;
  carryOverEndsOn: string | null;
  lines: LineDraft[];
}

export interface Balance {
  readonly outCents: number;
  readonly inCents: number;
  readonly differenceCents: number;
}

/** What is wrong with the content: code, details for its sentence and, where it belongs to one, the path of the field. */
export interface ContentFault {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly path: string | null;
}

/** The domain names the main line somehow; here by the empty choice. */
const MAIN = 'main';

export function newLine(kind: BudgetActKind, transfer?: TransferKind): LineDraft {
  const [first = 'APPROPRIATE'] = BUDGET_ACT_RULES[kind].transfers;
  return { kind: transfer ?? first, year: '', dueYear: '', lineId: '', targetLineId: '', amountCents: null };
}

/** One line to begin with; a balanced act needs both sides. */
export function firstLines(kind: BudgetActKind): LineDraft[] {
  return isBalanced(kind)
    ? BUDGET_ACT_RULES[kind].transfers.map((transfer) => newLine(kind, transfer))
    : [newLine(kind)];
}

/** What leaves must be what arrives. */
export function isBalanced(kind: BudgetActKind): boolean {
  return kind === 'REPHASE' || kind === 'CARRY_OVER';
}

export function hasDueYear(kind: TransferKind): boolean {
  return kind === 'AUTHORISE' || kind === 'REVOKE_VE';
}

export function balanceOf({ lines }: ActDraft): Balance {
  const total = (ending: '_OUT' | '_IN'): number =>
    lines.filter(({ kind }) => kind.endsWith(ending)).reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  const [outCents, inCents] = [total('_OUT'), total('_IN')];
  return { outCents, inCents, differenceCents: inCents - outCents };
}

/** The domain's own word on the content; null as long as a line is not filled in, since its field says so already. */
export function contentFault(draft: ActDraft, mainLineId: string = MAIN): ContentFault | null {
  if (!draft.lines.every(isComplete)) return null;
  try {
    planBudgetAct({
      kind: draft.kind,
      lines: draft.lines.map((line) => toDomain(line, mainLineId)),
      consentReference: draft.consentReference.trim() || null,
      carryOverEndsOn: parseLocalDate(draft.carryOverEndsOn ?? ''),
    });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { errors, ...details } = error.details as { errors?: readonly { path: string }[] };
    return { code: error.code, details, path: errors?.[0]?.path ?? null };
  }
}

export function toCreateAct(draft: ActDraft): CreateBudgetActDto {
  const isCarried = draft.kind === 'CARRY_OVER';
  return {
    kind: draft.kind,
    reason: draft.reason.trim(),
    documentReference: draft.documentReference.trim(),
    ...(isCarried ? { consentReference: draft.consentReference.trim(), carryOverEndsOn: draft.carryOverEndsOn } : {}),
    lines: draft.lines.map((line) => ({
      kind: line.kind,
      year: Number(line.year),
      ...(hasDueYear(line.kind) ? { dueYear: Number(line.dueYear) } : {}),
      ...(line.lineId ? { lineId: line.lineId } : {}),
      ...(line.kind === 'SHIFT' ? { targetLineId: line.targetLineId } : {}),
      amountCents: line.amountCents ?? 0,
    })),
  };
}

/**
 * What the preview is asked with; null while there is nothing to compute. The words of an act move no money, so the
 * preview does not wait for them.
 */
export function previewOf(draft: ActDraft, mainLineId?: string): CreateBudgetActDto | null {
  const unwritten = '–';
  const lastYear = Math.max(...draft.lines.map(({ year }) => Number(year)));
  const filled: ActDraft = {
    ...draft,
    reason: draft.reason.trim() || unwritten,
    documentReference: draft.documentReference.trim() || unwritten,
    consentReference: draft.consentReference.trim() || unwritten,
    carryOverEndsOn: draft.carryOverEndsOn ?? `${lastYear}-12-31`,
  };
  const isWhole = draft.lines.length > 0 && draft.lines.every(isComplete);
  return isWhole && contentFault(filled, mainLineId) === null ? toCreateAct(filled) : null;
}

function isComplete({ kind, year, dueYear, targetLineId, amountCents }: LineDraft): boolean {
  if (year === '' || amountCents === null || amountCents <= 0) return false;
  return (!hasDueYear(kind) || dueYear !== '') && (kind !== 'SHIFT' || targetLineId !== '');
}

function toDomain(line: LineDraft, mainLineId: string): BudgetActLine {
  return {
    kind: line.kind,
    year: fiscalYear(Number(line.year)),
    dueYear: hasDueYear(line.kind) ? fiscalYear(Number(line.dueYear)) : null,
    lineId: line.lineId || mainLineId,
    targetLineId: line.kind === 'SHIFT' ? line.targetLineId : null,
    amountCents: cents(line.amountCents ?? 0),
  };
}
