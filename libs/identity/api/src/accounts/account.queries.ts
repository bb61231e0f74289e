import { Injectable } from '@nestjs/common';
import { likePattern, windowOf, type Page, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { AccountDto, AccountItemDto, AccountQueryDto, FactorResetDto, FactorResetListDto } from './account.dto';
import { withIsoMoments } from './iso-moments';

/** A page as the list functions of schema identity answer: the total in each row, no item when the page is empty. */
export interface ItemRow<Item> {
  readonly total: number;
  readonly item: Item | null;
}

export function pageOfRows<Item>(
  rows: readonly ItemRow<Item>[],
  { page, pageSize }: { page: number; pageSize: number },
): Page<Item> {
  const items = rows.flatMap(({ item }) => (item === null ? [] : [withIsoMoments(item)]));
  return { items, total: rows[0]?.total ?? 0, page, pageSize };
}

const LIST = 'SELECT total, item FROM identity.find_accounts($1, $2::text[], $3::text[], $4::uuid[], $5, $6, $7, $8)';
const DETAIL = 'SELECT identity.account_detail($1) AS account';
const RESETS = 'SELECT identity.open_factor_resets() AS items';

@Injectable()
export class AccountQueries {
  async list(tx: ReadTx, query: AccountQueryDto): Promise<Page<AccountItemDto>> {
    const { limit, offset } = windowOf(query);
    const rows = await tx.query<ItemRow<AccountItemDto>>(LIST, [
      likePattern(query.search),
      query.state ?? null,
      query.role ?? null,
      query.applicantId ?? null,
      query.sort?.replace(/^-/, '') ?? 'name',
      query.sort?.startsWith('-') ?? false,
      limit,
      offset,
    ]);
    return pageOfRows(rows, query);
  }

  async detail(tx: ReadTx, id: string): Promise<AccountDto> {
    const row = await tx.queryOne<{ account: AccountDto | null }>(DETAIL, [id]);
    if (!row?.account) throw accountNotFound();
    return withIsoMoments(row.account);
  }

  async factorResets(tx: ReadTx): Promise<FactorResetListDto> {
    const row = await tx.queryOne<{ items: FactorResetDto[] }>(RESETS);
    const items = withIsoMoments(row?.items ?? []);
    return { items, total: items.length };
  }
}

export function accountNotFound(): DomainError {
  return new DomainError('not-found', 'account.not-found');
}
