import type { BudgetYearState } from '@wir/budget/domain';
import { payoutGates, type NoticeState, type PayoutGate, type PayoutGateCode } from '@wir/decisions/domain';
import { assertBankDataUnchanged, PAYMENT_BLOCK_REASONS, type ActiveBlock } from '@wir/disbursements/domain';
import { DomainError, fiscalYear, ZERO_CENTS, type Cents, type ErrorDetails, type LocalDate } from '@wir/shared/kernel';

/** The steps at which money is held against the award; each asks all that the one before asked, since weeks lie between them. */
export type GateStage = 'create' | 'submit' | 'check' | 'order';

/** What gates depend on besides the request itself. */
export interface AwardFacts {
  readonly blocks: readonly ActiveBlock[];
  readonly hasLegalGround: boolean;
  readonly awardState: string;
  readonly noticeState: NoticeState;
  readonly deemedNotifiedOn: LocalDate | null;
  readonly finalOn: LocalDate | null;
  readonly appealWaivedOn: LocalDate | null;
  readonly declarationReceivedOn: LocalDate | null;
  readonly proposedAccountId: string | null;
  readonly confirmedAccountId: string | null;
}

export interface GateFacts extends AwardFacts {
  readonly year: number;
  readonly yearState: BudgetYearState | null;
  /** Without one the gates ask whether anything is open. */
  readonly amountCents?: Cents;
  /** What is left for this request in its year; null when nothing is granted for the year. */
  readonly trancheOpenCents: Cents | null;
  readonly checkedAccountId: string | null;
}

/**
 * A municipality may prepare and hand in its request while the authority still compares the bank data; before the check is
 * signed, and again before the order, every gate has to be met.
 */
const ASKED_AT: Readonly<Record<GateStage, readonly PayoutGateCode[]>> = {
  create: ['NOTIFIED', 'FINAL', 'YEAR_OPEN', 'WITHIN_TRANCHE'],
  submit: ['NOTIFIED', 'FINAL', 'DECLARATION', 'YEAR_OPEN', 'WITHIN_TRANCHE'],
  check: ['NOTIFIED', 'FINAL', 'DECLARATION', 'BANK_DATA', 'NO_BLOCK', 'YEAR_OPEN', 'WITHIN_TRANCHE'],
  order: ['NOTIFIED', 'FINAL', 'DECLARATION', 'BANK_DATA', 'NO_BLOCK', 'YEAR_OPEN', 'WITHIN_TRANCHE'],
};

const REFUSAL: Readonly<Record<PayoutGateCode, string>> = {
  NOTIFIED: 'disbursement.award-not-final',
  FINAL: 'disbursement.award-not-final',
  DECLARATION: 'disbursement.declaration-missing',
  BANK_DATA: 'disbursement.bank-data-unconfirmed',
  NO_BLOCK: 'disbursement.blocked',
  YEAR_OPEN: 'budget.year-not-open',
  WITHIN_TRANCHE: 'disbursement.exceeds-tranche',
};

export function gatesOf(facts: GateFacts): PayoutGate[] {
  return payoutGates({
    notice: {
      state: facts.noticeState,
      deemedNotifiedOn: facts.deemedNotifiedOn,
      finalOn: facts.finalOn,
      appealWaivedOn: facts.appealWaivedOn,
    },
    declarationReceivedOn: facts.declarationReceivedOn,
    // Bank data that wait for confirmation stop payouts to the old account too: it may be closed, or the change a fraud.
    bankAccountState:
      facts.proposedAccountId !== null ? 'PROPOSED' : facts.confirmedAccountId !== null ? 'CONFIRMED' : null,
    blocks: facts.blocks,
    hasLegalGround: facts.hasLegalGround,
    year: fiscalYear(facts.year),
    yearState: facts.yearState,
    openCents: facts.trancheOpenCents ?? ZERO_CENTS,
    ...(facts.amountCents === undefined ? {} : { amountCents: facts.amountCents }),
  });
}

/** Refuses by the first gate that is not met. */
export function assertGates(stage: GateStage, facts: GateFacts): void {
  const refusal = gateRefusal(stage, facts);
  if (refusal !== null) throw refusal;
}

/** The first reason against the step; its code is also the reason of the disabled button. */
export function gateRefusal(stage: GateStage, facts: GateFacts): DomainError | null {
  const { year } = facts;
  const gates = gatesOf(facts);
  const closed = gates.find(({ code, met }) => !met && ASKED_AT[stage].includes(code));
  if (facts.awardState !== 'FINAL' || closed?.code === 'NOTIFIED' || closed?.code === 'FINAL')
    return conflict('disbursement.award-not-final', { earliestDate: facts.finalOn });
  if (facts.trancheOpenCents === null) return conflict('disbursement.year-without-tranche', { year });
  if (closed !== undefined)
    return conflict(REFUSAL[closed.code], {
      year,
      ...(closed.code === 'WITHIN_TRANCHE' ? { openCents: facts.trancheOpenCents } : {}),
      ...(closed.earliestDate === null ? {} : { earliestDate: closed.earliestDate }),
      ...(closed.code === 'NO_BLOCK' ? { blockReason: blockedBy(facts) } : {}),
    });
  return stage === 'order' ? changedBankData(facts) : null;
}

function blockedBy({ blocks }: AwardFacts): string {
  return blocks.map(({ reasonCode }) => PAYMENT_BLOCK_REASONS[reasonCode]).join(', ');
}

function changedBankData({ checkedAccountId, confirmedAccountId }: GateFacts): DomainError | null {
  try {
    assertBankDataUnchanged(checkedAccountId, confirmedAccountId);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function conflict(code: string, details: ErrorDetails): DomainError {
  return new DomainError('conflict', code, details);
}
