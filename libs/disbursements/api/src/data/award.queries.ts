import { Injectable } from '@nestjs/common';
import { isPublic } from '@wir/decisions/domain';
import { likePattern, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { AwardDto, AwardPageDto, AwardQueryDto } from '../dto/award.dto';
import { toAward } from '../to-award';
import { AWARD_COLUMNS, AWARD_TABLES, type AwardRow } from './award-row';
import { listRows, oneRow } from './list-rows';

const SORT = {
  awardNumber: 'w.award_number',
  applicantName: 'p.official_name',
  totalCents: 'w.total_cents',
  updatedAt: 'w.updated_at',
};
const ROW = { id: 'w.id', columns: AWARD_COLUMNS, tables: AWARD_TABLES };

/** The press sees what was notified ($4); municipalities see their own, by row-level security. */
const FILTER = `
FROM decisions.award w JOIN applications.application a ON a.id = w.application_id JOIN programme.applicant p ON p.id = w.applicant_id
WHERE ($1::text[] IS NULL OR w.state = ANY ($1)) AND ($2::uuid[] IS NULL OR w.applicant_id = ANY ($2))
  AND ($3::text IS NULL OR a.case_number ILIKE $3 OR p.official_name ILIKE $3 OR w.award_number ILIKE $3)
  AND (NOT $4::boolean OR EXISTS (SELECT 1 FROM decisions.notice v WHERE v.award_id = w.id AND v.state IN ('NOTIFIED', 'APPEALED', 'FINAL')))`;

@Injectable()
export class AwardQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: AwardQueryDto): Promise<AwardPageDto> {
    return this.transactions.read(request, async (tx) => {
      const parts = {
        ...ROW,
        amount: 'w.total_cents',
        filter: FILTER,
        order: orderBy(query.sort, SORT, 'w.award_number DESC', 'w.id'),
      };
      const values = [query.state ?? null, query.applicantId ?? null, likePattern(query.search), isPressOnly(tx)];
      const { items, total, sum_cents } = await listRows<AwardRow>(tx, parts, query, values);
      return {
        items: items.map((row) => toAward(row, tx.actor, tx.today)),
        total,
        page: query.page,
        pageSize: query.pageSize,
        sumTotalCents: sum_cents,
      };
    });
  }

  detail(request: CurrentRequest, id: string): Promise<AwardDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<AwardDto> {
    return toAward(await this.row(tx, id), tx.actor, tx.today);
  }

  async row(tx: ReadTx, id: string): Promise<AwardRow> {
    const row = await oneRow<AwardRow>(tx, ROW, id);
    if (row === null || (isPressOnly(tx) && !isPublic(row.notice_state)))
      throw new DomainError('not-found', 'award.not-found');
    return row;
  }
}

function isPressOnly({ actor }: ReadTx): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === 'PRESS_VIEWER');
}
