import { Injectable } from '@nestjs/common';
import { isIban, normalizeIban } from '@wir/disbursements/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import {
  assertVersion,
  Transactions,
  updateVersioned,
  type Answer,
  type CurrentRequest,
  type Tx,
} from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { isSEPACountry, isValidIBAN } from 'ibantools';
import { CaseLocks } from '../case-locks';
import { AwardQueries } from '../data/award.queries';
import type { AwardRow } from '../data/award-row';
import type { AwardDto, DeclarationDto } from '../dto/award.dto';
import { isNotified } from '../to-award';

const SUPERSEDE_PROPOSED = `UPDATE disbursements.bank_account SET state = 'SUPERSEDED', version = version + 1 WHERE applicant_id = $1 AND state = 'PROPOSED'`;
const PROPOSE = `INSERT INTO disbursements.bank_account (applicant_id, iban, account_holder, proposed_for_person_id, state) VALUES ($1, $2, $3, $4, 'PROPOSED') RETURNING id`;

/** Erklärung zum Zuwendungsbescheid: the signatory says to which account payouts shall go. Another person has to confirm it. */
@Injectable()
export class DeclareBankData {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly awards: AwardQueries,
  ) {}

  execute(
    request: CurrentRequest,
    awardId: string,
    { iban, accountHolder }: DeclarationDto,
  ): Promise<Answer<AwardDto>> {
    return this.transactions.command(request, async (tx) => {
      const award = await this.locks.award(tx, awardId);
      assertVersion(request, award.version);
      if (!isNotified(award, tx.today) || award.state === 'VOIDED') {
        throw new DomainError('conflict', 'award.not-notified', { earliestDate: award.deemed_notified_on });
      }
      const declared = { iban: validIban(iban), accountHolder };
      const accountId = await this.propose(tx, award, declared);
      const version = await updateVersioned(tx, 'decisions.award', award.id, award.version, {
        declaration_received_on: award.declaration_received_on ?? tx.today,
        declared_by_person_id: tx.actor.personId,
      });
      tx.audit({
        action: 'award.declared',
        objectType: 'AWARD',
        objectId: award.id,
        objectVersion: version,
        applicantId: award.applicant_id,
        fromState: award.state,
        toState: award.state,
        before: accountOf(award),
        after: { ...declared, bankAccountId: accountId },
      });
      tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('award.declared', { awardId }, version));
      tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('award.bank-data-proposed', { awardId }, version));
      return this.awards.one(tx, awardId);
    });
  }

  /** The confirmed data once more need no second confirmation; anything else replaces what was waiting for one. */
  private async propose(
    tx: Tx,
    award: AwardRow,
    declared: { readonly iban: string; readonly accountHolder: string },
  ): Promise<string> {
    await tx.execute(SUPERSEDE_PROPOSED, [award.applicant_id]);
    const confirmed = award.confirmed_account;
    if (confirmed?.iban === declared.iban && confirmed.account_holder === declared.accountHolder) return confirmed.id;
    const row = await tx.queryOne<{ id: string }>(PROPOSE, [
      award.applicant_id,
      declared.iban,
      declared.accountHolder,
      tx.deputyFor?.personId ?? null,
    ]);
    if (row === null) throw new Error('The bank data were not stored');
    return row.id;
  }
}

/** Shape and check digits, the lengths and rules of each country, and the country within SEPA. */
function validIban(text: string): string {
  const iban = normalizeIban(text);
  if (isIban(iban) && isValidIBAN(iban) && isSEPACountry(iban.slice(0, 2))) return iban;
  const code = 'bank-account.iban-invalid';
  throw new DomainError('invalid', code, { errors: [{ path: 'iban', code }] });
}

function accountOf(award: AwardRow): object | null {
  const account = award.proposed_account ?? award.confirmed_account;
  return account === null
    ? null
    : { iban: account.iban, accountHolder: account.account_holder, bankAccountId: account.id };
}
