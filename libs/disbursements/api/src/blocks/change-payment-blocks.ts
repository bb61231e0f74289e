import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PAYMENT_BLOCK_TRANSITIONS } from '@wir/disbursements/domain';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import type { CreatePaymentBlockDto, PaymentBlockDto } from './payment-block.dto';
import { PaymentBlockQueries, toPaymentBlock } from './payment-block.queries';

const INSERT = `
INSERT INTO disbursements.payment_block (id, programme_id, applicant_id, award_id, reason_code, reason, ends_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const LOCK = 'SELECT 1 FROM disbursements.payment_block WHERE id = $1 FOR UPDATE';

/** One person sets a block; only another lifts it, with the reason. */
@Injectable()
export class ChangePaymentBlocks {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly blocks: PaymentBlockQueries,
  ) {}

  set(request: CurrentRequest, body: CreatePaymentBlockDto): Promise<Answer<PaymentBlockDto>> {
    return this.transactions.command(request, async (tx) => {
      const endsOn = body.endsOn ?? null;
      if (endsOn !== null && endsOn < tx.today)
        throw new DomainError('invalid', 'payment-block.end-past', {
          errors: [{ path: 'endsOn', code: 'payment-block.end-past' }],
        });
      // Under the award's lock: an order that is being made is done before, or sees the block.
      const award = await this.locks.award(tx, body.awardId);
      const id = randomUUID();
      const { programme_id: programmeId, applicant_id: applicantId } = award;
      await tx.execute(INSERT, [id, programmeId, applicantId, award.id, body.reasonCode, body.reason, endsOn]);
      tx.audit({
        action: 'payment-block.set',
        objectType: 'PAYMENT_BLOCK',
        objectId: id,
        objectVersion: 1,
        applicantId,
        toState: 'ACTIVE',
        reason: body.reason,
        after: { awardId: award.id, reasonCode: body.reasonCode, endsOn },
      });
      return toPaymentBlock(await this.blocks.row(tx, id), tx.actor);
    });
  }

  lift(request: CurrentRequest, id: string, reason: string): Promise<Answer<PaymentBlockDto>> {
    return this.transactions.command(request, async (tx) => {
      await tx.query(LOCK, [id]);
      const row = await this.blocks.row(tx, id);
      const { to } = move(PAYMENT_BLOCK_TRANSITIONS, row.state, 'lift', tx.actor.roles);
      assertDifferentPersons('payment-block.same-person', withRepresented(tx.actor.personId, tx.deputyFor), [
        row.set_by_person_id,
      ]);
      const version = await updateVersioned(tx, 'disbursements.payment_block', id, row.version, {
        state: to,
        lifted_at: tx.now,
        lifted_by_person_id: tx.actor.personId,
        lifted_by_account_id: tx.actor.accountId,
        lift_reason: reason,
      });
      tx.audit({
        action: 'payment-block.lifted',
        objectType: 'PAYMENT_BLOCK',
        objectId: id,
        objectVersion: version,
        applicantId: row.applicant_id,
        fromState: row.state,
        toState: to,
        reason,
      });
      return toPaymentBlock(await this.blocks.row(tx, id), tx.actor);
    });
  }
}
