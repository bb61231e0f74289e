import { BANK_ACCOUNT_TRANSITIONS, mayConfirmBankData } from '@wir/disbursements/domain';
import { actingPersons } from '@wir/identity/domain';
import type { Actor, ActionDto } from '@wir/shared/api';
import { availableActs } from '@wir/shared/kernel';
import type { BankAccountRow } from './data/bank-account-row';
import type { BankAccountDto } from './dto/bank-account.dto';
import { momentOf, staffName } from './row-json';

export function toBankAccount(row: BankAccountRow, actor: Actor): BankAccountDto {
  return {
    id: row.id,
    iban: row.iban,
    accountHolder: row.account_holder,
    state: row.state,
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    awardId: row.award_id,
    proposedAt: momentOf(row.proposed_at),
    proposedBy: row.proposed_by ?? '',
    confirmedAt: row.confirmed_at === null ? null : momentOf(row.confirmed_at),
    confirmedBy: row.confirmed_at === null ? null : staffName(row.confirmed_by, actor.isStaff),
    holdUntil: row.hold_until === null ? null : momentOf(row.hold_until),
    actions: actionsOf(row, actor),
  };
}

/** Who gave the bank data, and who was represented. */
export function proposersOf(row: BankAccountRow): (string | null)[] {
  return [row.proposed_by_person_id, row.proposed_for_person_id];
}

function actionsOf(row: BankAccountRow, actor: Actor): ActionDto[] {
  return availableActs(BANK_ACCOUNT_TRANSITIONS, row.state, actor.roles)
    .filter(({ action }) => action === 'confirm')
    .map((act) =>
      act.allowed && !mayConfirmBankData(actingPersons(actor, ['CASE_WORKER']), proposersOf(row))
        ? { ...act, allowed: false, reasonCode: 'bank-account.confirmer-is-proposer' }
        : act,
    );
}
