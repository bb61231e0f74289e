import { Injectable } from '@nestjs/common';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { cents, DomainError, localDate, type LocalDate } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import { RequestQueries } from '../data/request.queries';
import type { CreateDisbursementRequestDto, DisbursementRequestDto } from '../dto/disbursement-request.dto';
import { nextNumber } from '../numbers';
import { assertGates } from '../request-gates';
import { awardFactsOf } from '../to-award';

const INSERT = `
INSERT INTO disbursements.disbursement_request (programme_id, award_id, applicant_id, request_number, year, amount_cents, needed_until, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'DRAFT') RETURNING id`;

/** The treasury prepares a request for a part of a year's tranche; it binds nothing until it is signed and handed in. */
@Injectable()
export class CreateRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
  ) {}

  execute(
    request: CurrentRequest,
    awardId: string,
    body: CreateDisbursementRequestDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const award = await this.locks.award(tx, awardId);
      refusePastDay(localDate(body.neededUntil), tx.today);
      assertGates('create', { ...awardFactsOf(award, body.year), amountCents: cents(body.amountCents) });

      const number = await nextNumber(tx, 'M');
      const row = await tx.queryOne<{ id: string }>(INSERT, [
        award.programme_id,
        award.id,
        award.applicant_id,
        number,
        body.year,
        body.amountCents,
        body.neededUntil,
      ]);
      if (row === null) throw new Error('The request was not stored');
      tx.audit({
        action: 'disbursement.drafted',
        objectType: 'DISBURSEMENT_REQUEST',
        objectId: row.id,
        objectVersion: 1,
        applicantId: award.applicant_id,
        toState: 'DRAFT',
        after: {
          requestNumber: number,
          awardId,
          year: body.year,
          amountCents: body.amountCents,
          neededUntil: body.neededUntil,
        },
      });
      tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('disbursement.drafted', { disbursementRequestId: row.id }, 1));
      return this.requests.one(tx, row.id);
    });
  }
}

function refusePastDay(neededUntil: LocalDate, today: LocalDate): void {
  if (neededUntil >= today) return;
  const code = 'disbursement.needed-until-past';
  throw new DomainError('invalid', code, { errors: [{ path: 'neededUntil', code }] });
}
