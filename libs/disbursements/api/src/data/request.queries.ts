import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type {
  DisbursementRequestDto,
  DisbursementRequestPageDto,
  DisbursementRequestQueryDto,
} from '../dto/disbursement-request.dto';
import { toRequest } from '../to-request';
import { listRows, oneRow } from './list-rows';
import { REQUEST_COLUMNS, REQUEST_TABLES, type RequestRow } from './request-row';

const SORT = {
  updatedAt: 'd.updated_at',
  neededUntil: 'd.needed_until',
  amountCents: 'd.amount_cents',
  requestNumber: 'd.request_number',
  caseNumber: 'a.case_number',
};
const ROW = { id: 'd.id', columns: REQUEST_COLUMNS, tables: REQUEST_TABLES };

const FILTER = `
FROM disbursements.disbursement_request d JOIN decisions.award w ON w.id = d.award_id
JOIN applications.application a ON a.id = w.application_id JOIN programme.applicant p ON p.id = d.applicant_id
WHERE ($1::text[] IS NULL OR d.state = ANY ($1)) AND ($2::uuid[] IS NULL OR d.award_id = ANY ($2)) AND ($3::uuid[] IS NULL OR d.applicant_id = ANY ($3))
  AND ($4::integer[] IS NULL OR d.year = ANY ($4))
  AND ($5::text IS NULL OR a.case_number ILIKE $5 OR p.official_name ILIKE $5 OR d.request_number ILIKE $5)`;

@Injectable()
export class RequestQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: DisbursementRequestQueryDto): Promise<DisbursementRequestPageDto> {
    return this.transactions.read(request, async (tx) => {
      const parts = {
        ...ROW,
        amount: 'd.amount_cents',
        filter: FILTER,
        order: orderBy(query.sort, SORT, 'd.updated_at DESC', 'd.id'),
      };
      const values = [
        query.state ?? null,
        query.awardId ?? null,
        query.applicantId ?? null,
        query.year ?? null,
        likePattern(query.search),
      ];
      const { items, total, sum_cents } = await listRows<RequestRow>(tx, parts, query, values);
      return {
        items: items.map((row) => toRequest(row, tx.actor)),
        total,
        page: query.page,
        pageSize: query.pageSize,
        sumAmountCents: sum_cents,
      };
    });
  }

  detail(request: CurrentRequest, id: string): Promise<DisbursementRequestDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<DisbursementRequestDto> {
    return toRequest(await this.row(tx, id), tx.actor);
  }

  async row(tx: ReadTx, id: string): Promise<RequestRow> {
    const row = await oneRow<RequestRow>(tx, ROW, id);
    if (row === null) throw new DomainError('not-found', 'disbursement.not-found');
    return row;
  }
}
