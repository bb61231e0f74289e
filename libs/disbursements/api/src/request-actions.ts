import { DISBURSEMENT_TRANSITIONS, mayOrder, type DisbursementAct } from '@wir/disbursements/domain';
import { actingPersons } from '@wir/identity/domain';
import type { ActionDto, Actor } from '@wir/shared/api';
import { availableActs } from '@wir/shared/kernel';
import type { RequestRow } from './data/request-row';
import { gateRefusal, type GateFacts, type GateStage } from './request-gates';

const STAGE_OF: Partial<Record<DisbursementAct, GateStage>> = { submit: 'submit', check: 'check', order: 'order' };
const SHOWN: readonly DisbursementAct[] = ['submit', 'check', 'return', 'order', 'cancel'];

export function factsOf(row: RequestRow): GateFacts {
  return {
    awardState: row.award_state,
    noticeState: row.notice_state,
    deemedNotifiedOn: row.deemed_notified_on,
    finalOn: row.final_on,
    appealWaivedOn: row.appeal_waived_on,
    declarationReceivedOn: row.declaration_received_on,
    proposedAccountId: row.proposed_account_id,
    confirmedAccountId: row.confirmed_account_id,
    blocks: row.blocks,
    hasLegalGround: row.has_legal_ground,
    year: row.year,
    yearState: row.year_state,
    amountCents: row.amount_cents,
    trancheOpenCents: row.tranche_open_cents,
    checkedAccountId: row.bank_account_id,
  };
}

/** Buttons of the person; a disabled one says by its code what stands against it, by the same rules as the refusal. */
export function requestActions(row: RequestRow, actor: Actor): ActionDto[] {
  return availableActs(DISBURSEMENT_TRANSITIONS, row.state, actor.roles)
    .filter(({ action }) => SHOWN.includes(action))
    .map((act) => {
      const reasonCode = act.allowed ? reasonAgainst(act.action, row, actor) : act.reasonCode;
      return { ...act, allowed: reasonCode === null, reasonCode };
    });
}

function reasonAgainst(action: DisbursementAct, row: RequestRow, actor: Actor): string | null {
  const acting = actingPersons(actor, ['PAYMENT_ORDERER']);
  if (action === 'order' && !mayOrder(acting, checkersOf(row), bankEditorsOf(row)))
    return 'disbursement.orderer-took-part';
  const isInRun = row.state === 'ORDERED' && row.order !== null && row.order.payment_run_id !== null;
  if (action === 'cancel' && isInRun) return 'disbursement.in-payment-run';
  const stage = STAGE_OF[action];
  return stage === undefined ? null : (gateRefusal(stage, factsOf(row))?.code ?? null);
}

/** Who checked, and who was represented. */
export function checkersOf(row: RequestRow): (string | null)[] {
  return [row.checked_by_person_id, row.checked_for_person_id];
}

/** Who gave the bank data and who confirmed them, each with the person represented. */
export function bankEditorsOf({ bank }: RequestRow): (string | null)[] {
  return bank === null
    ? []
    : [
        bank.proposed_by_person_id,
        bank.proposed_for_person_id,
        bank.confirmed_by_person_id,
        bank.confirmed_for_person_id,
      ];
}
