import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError, type LocalDate } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import type { CreateOrderLimitDto, LegalGroundDto, OrderLimitDto, RecordLegalGroundDto } from './order-limit.dto';

interface LimitRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string | null;
  readonly max_cents: number;
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
  readonly reason: string;
  readonly version: number;
}

const ROWS = `
SELECT l.id, l.account_id, identity.name_of(l.account_id) AS name, l.max_cents, l.valid_from, nullif(l.valid_to, 'infinity') AS valid_to, l.reason, l.version
FROM disbursements.order_limit l`;
const INSERT = `
INSERT INTO disbursements.order_limit (id, account_id, max_cents, valid_from, valid_to, reason) VALUES ($1, $2, $3, $4, coalesce($5::date, 'infinity'), $6)`;
const IN_FORCE = `
SELECT min(max_cents) AS max_cents FROM disbursements.order_limit WHERE account_id = ANY ($1::uuid[]) AND platform.today() >= valid_from AND platform.today() < valid_to`;
const GROUND = 'INSERT INTO disbursements.legal_ground (award_id, year, reason) VALUES ($1, $2, $3)';

/** Dated limits of the orderers, and the duties a provisional year may pay. */
@Injectable()
export class OrderLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
  ) {}

  list(request: CurrentRequest): Promise<{ items: OrderLimitDto[] }> {
    return this.transactions.read(request, async (tx) => ({
      items: (
        await tx.query<LimitRow>(
          `${ROWS} ORDER BY identity.name_of(l.account_id) COLLATE "de-x-icu", l.valid_from DESC`,
        )
      ).map(toDto),
    }));
  }

  /** Of the person and of whoever is represented: the lower counts. */
  async inForce(tx: ReadTx, accountIds: readonly string[]): Promise<number | null> {
    return (await tx.queryOne<{ max_cents: number | null }>(IN_FORCE, [accountIds]))?.max_cents ?? null;
  }

  set(request: CurrentRequest, body: CreateOrderLimitDto): Promise<Answer<OrderLimitDto>> {
    return this.transactions.command(request, async (tx) => {
      if (body.accountId === tx.actor.accountId) throw new DomainError('forbidden', 'order-limit.own');
      const validTo = body.validTo ?? null;
      if (validTo !== null && validTo <= body.validFrom)
        throw new DomainError('invalid', 'order-limit.period-invalid', {
          errors: [{ path: 'validTo', code: 'order-limit.period-invalid' }],
        });
      const id = randomUUID();
      await tx.execute(INSERT, [id, body.accountId, body.maxCents, body.validFrom, validTo, body.reason]);
      tx.audit({
        action: 'order-limit.set',
        objectType: 'ORDER_LIMIT',
        objectId: id,
        objectVersion: 1,
        reason: body.reason,
        after: { accountId: body.accountId, maxCents: body.maxCents, validFrom: body.validFrom, validTo },
      });
      const row = await tx.queryOne<LimitRow>(`${ROWS} WHERE l.id = $1`, [id]);
      if (row === null) throw new Error('The limit was not stored');
      return toDto(row);
    });
  }

  recordGround(request: CurrentRequest, body: RecordLegalGroundDto): Promise<Answer<LegalGroundDto>> {
    return this.transactions.command(request, async (tx) => {
      const award = await this.locks.award(tx, body.awardId);
      await tx.execute(GROUND, [award.id, body.year, body.reason]);
      tx.audit({
        action: 'award.legal-ground-recorded',
        objectType: 'AWARD',
        objectId: award.id,
        applicantId: award.applicant_id,
        reason: body.reason,
        after: { year: body.year },
      });
      return { awardId: award.id, year: body.year, reason: body.reason };
    });
  }
}

function toDto(row: LimitRow): OrderLimitDto {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name ?? '',
    maxCents: row.max_cents,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: row.reason,
    version: row.version,
  };
}
