import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INSTALMENT_LEAD_DAYS, isDueSoon, type DisbursementState } from '@wir/disbursements/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { DueJobs, updateVersioned, type Tx } from '@wir/shared/api';
import { cents, laterOf, type LocalDate } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import type { AwardRow } from '../data/award-row';
import { nextNumber } from '../numbers';
import { gateRefusal } from '../request-gates';
import { awardFactsOf } from '../to-award';
import { InstalmentQueries } from './instalment.queries';

const WAITING = `
SELECT DISTINCT i.award_id FROM disbursements.instalment i JOIN decisions.award w ON w.id = i.award_id AND w.state = 'FINAL'
WHERE i.request_id IS NULL AND i.due_on <= $1::date + $2::integer ORDER BY i.award_id LIMIT 500`;
const INSERT = `
INSERT INTO disbursements.disbursement_request (programme_id, award_id, applicant_id, request_number, year, amount_cents, needed_until, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'DRAFT') RETURNING id`;
const BOUNCED = `
SELECT d.id, d.state, d.version, d.request_number FROM disbursements.instalment i JOIN disbursements.disbursement_request d ON d.id = i.failed_request_id
WHERE i.id = $1 AND i.request_id IS NULL FOR UPDATE OF d`;
const LINK = 'UPDATE disbursements.instalment SET request_id = $2 WHERE id = $1 AND request_id IS NULL';

interface BouncedRequest {
  readonly id: string;
  readonly state: DisbursementState;
  readonly version: number;
  readonly request_number: string;
}

/**
 * Makes a draft request of each instalment that comes due: once, whatever was missed while the system stood still. The
 * municipality signs it as any other. An instalment whose gates are closed waits and is tried again the next day.
 */
@Injectable()
export class InstalmentJob implements OnModuleInit {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly locks: CaseLocks,
    private readonly instalments: InstalmentQueries,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('disbursements.instalments', 40, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    const awards = await tx.query<{ award_id: string }>(WAITING, [today, INSTALMENT_LEAD_DAYS]);
    for (const { award_id: id } of awards) await this.ofAward(tx, id, today);
  }

  private async ofAward(tx: Tx, awardId: string, today: LocalDate): Promise<void> {
    const award = await this.locks.award(tx, awardId);
    const { items } = await this.instalments.ofAward(tx, award);
    for (const each of items) {
      const isDue = each.requestId === null && isDueSoon(each.dueOn, today);
      if (!isDue || each.proposedCents === 0) continue;
      const amountCents = cents(each.proposedCents);
      if (gateRefusal('create', { ...awardFactsOf(award, each.year), amountCents }) !== null) continue;
      if (await this.isHandedInAgain(tx, award, each.id)) continue;
      await this.draft(tx, award, each, today);
    }
  }

  /**
   * The request of a bounced instalment gives way to a new one; if the municipality has handed it in again meanwhile, that one
   * stays: an instalment is never asked for twice.
   */
  private async isHandedInAgain(tx: Tx, award: AwardRow, instalmentId: string): Promise<boolean> {
    const bounced = await tx.queryOne<BouncedRequest>(BOUNCED, [instalmentId]);
    if (bounced === null || bounced.state === 'CANCELLED') return false;
    if (bounced.state !== 'FAILED') {
      await tx.execute(LINK, [instalmentId, bounced.id]);
      return true;
    }
    const version = await updateVersioned(tx, 'disbursements.disbursement_request', bounced.id, bounced.version, {
      state: 'CANCELLED',
    });
    tx.audit({
      action: 'disbursement.cancelled',
      objectType: 'DISBURSEMENT_REQUEST',
      objectId: bounced.id,
      objectVersion: version,
      applicantId: award.applicant_id,
      fromState: 'FAILED',
      toState: 'CANCELLED',
      reason: 'Nach dem Rückläufer tritt ein neuer Mittelabruf an seine Stelle.',
      after: { requestNumber: bounced.request_number },
    });
    return false;
  }

  private async draft(
    tx: Tx,
    award: AwardRow,
    instalment: {
      readonly id: string;
      readonly year: number;
      readonly dueOn: LocalDate;
      readonly proposedCents: number;
    },
    today: LocalDate,
  ): Promise<void> {
    const number = await nextNumber(tx, 'M');
    const neededUntil = laterOf(instalment.dueOn, today);
    const values = [
      award.programme_id,
      award.id,
      award.applicant_id,
      number,
      instalment.year,
      instalment.proposedCents,
      neededUntil,
    ];
    const row = await tx.queryOne<{ id: string }>(INSERT, values);
    if (row === null || (await tx.execute(LINK, [instalment.id, row.id])) !== 1)
      throw new Error('An instalment changed under its lock');
    tx.audit({
      action: 'disbursement.drafted',
      objectType: 'DISBURSEMENT_REQUEST',
      objectId: row.id,
      objectVersion: 1,
      applicantId: award.applicant_id,
      toState: 'DRAFT',
      reason: `Rate zum ${instalment.dueOn}`,
      after: {
        requestNumber: number,
        awardId: award.id,
        year: instalment.year,
        amountCents: instalment.proposedCents,
        neededUntil,
      },
    });
    tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('disbursement.drafted', { disbursementRequestId: row.id }, 1));
  }
}
