import { Injectable } from '@nestjs/common';
import type { Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { AwardQueries } from './data/award.queries';
import type { AwardRow } from './data/award-row';
import { RequestQueries } from './data/request.queries';
import type { RequestRow } from './data/request-row';

const CASE_OF_AWARD = 'SELECT application_id FROM decisions.award WHERE id = $1';
const AWARD_OF_REQUEST = 'SELECT award_id FROM disbursements.disbursement_request WHERE id = $1';
const LOCK_CASE = 'SELECT 1 FROM applications.application WHERE id = $1 FOR UPDATE';
const LOCK_AWARD = 'SELECT 1 FROM decisions.award WHERE id = $1 FOR UPDATE';
const LOCK_REQUEST = 'SELECT 1 FROM disbursements.disbursement_request WHERE id = $1 FOR UPDATE';
const HOLD_BANK_DATA = `SELECT 1 FROM disbursements.bank_account WHERE applicant_id = $1 AND state <> 'SUPERSEDED' ORDER BY id FOR SHARE`;

/**
 * The one order of locks (case, award, request, bank data; budget years come last): whoever holds the award decides alone
 * about its money. Rows are read again under the lock.
 */
@Injectable()
export class CaseLocks {
  constructor(
    private readonly awards: AwardQueries,
    private readonly requests: RequestQueries,
  ) {}

  async award(tx: Tx, id: string): Promise<AwardRow> {
    await this.lockAward(tx, id, 'award.not-found');
    return this.awards.row(tx, id);
  }

  async request(tx: Tx, id: string): Promise<RequestRow> {
    const found = await tx.queryOne<{ award_id: string }>(AWARD_OF_REQUEST, [id]);
    if (found === null) throw new DomainError('not-found', 'disbursement.not-found');
    await this.lockAward(tx, found.award_id, 'disbursement.not-found');
    await tx.query(LOCK_REQUEST, [id]);
    return this.requests.row(tx, id);
  }

  /** As `request`, and nobody confirms or replaces the bank data until this command has ended. */
  async requestWithBankData(tx: Tx, id: string): Promise<RequestRow> {
    const { applicant_id: applicantId } = await this.request(tx, id);
    await tx.query(HOLD_BANK_DATA, [applicantId]);
    return this.requests.row(tx, id);
  }

  private async lockAward(tx: Tx, id: string, notFound: string): Promise<void> {
    const found = await tx.queryOne<{ application_id: string }>(CASE_OF_AWARD, [id]);
    if (found === null) throw new DomainError('not-found', notFound);
    await tx.query(LOCK_CASE, [found.application_id]);
    await tx.query(LOCK_AWARD, [id]);
  }
}
