import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { BankAccountDto, BankAccountPageDto, BankAccountQueryDto } from '../dto/bank-account.dto';
import { toBankAccount } from '../to-bank-account';
import { BANK_ACCOUNT_COLUMNS, BANK_ACCOUNT_TABLES, type BankAccountRow } from './bank-account-row';
import { listRows, oneRow } from './list-rows';

const SORT = { proposedAt: 'b.proposed_at', applicantName: 'bp.official_name' };
const ROW = { id: 'b.id', columns: BANK_ACCOUNT_COLUMNS, tables: BANK_ACCOUNT_TABLES };
const FILTER = `${BANK_ACCOUNT_TABLES} WHERE ($1::text[] IS NULL OR b.state = ANY ($1)) AND ($2::text IS NULL OR bp.official_name ILIKE $2 OR b.iban ILIKE $2)`;

@Injectable()
export class BankAccountQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: BankAccountQueryDto): Promise<BankAccountPageDto> {
    return this.transactions.read(request, async (tx) => {
      const parts = {
        ...ROW,
        amount: '0',
        filter: FILTER,
        order: orderBy(query.sort, SORT, 'b.proposed_at DESC', 'b.id'),
      };
      const { items, total } = await listRows<BankAccountRow>(tx, parts, query, [
        query.state ?? null,
        likePattern(query.search),
      ]);
      return {
        items: items.map((row) => toBankAccount(row, tx.actor)),
        total,
        page: query.page,
        pageSize: query.pageSize,
      };
    });
  }

  async row(tx: ReadTx, id: string): Promise<BankAccountRow> {
    const row = await oneRow<BankAccountRow>(tx, ROW, id);
    if (row === null) throw new DomainError('not-found', 'bank-account.not-found');
    return row;
  }

  async one(tx: ReadTx, id: string): Promise<BankAccountDto> {
    return toBankAccount(await this.row(tx, id), tx.actor);
  }
}
