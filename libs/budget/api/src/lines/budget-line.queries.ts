import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { BudgetLineDto } from './budget-line.dto';

export interface BudgetLineRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmental_plan: string;
  readonly chapter: string | null;
  readonly title: string | null;
  readonly product: string | null;
  readonly is_main: boolean;
  readonly version: number;
}

const COLUMNS = 'id, code, name, departmental_plan, chapter, title, product, is_main, version';

@Injectable()
export class BudgetLineQueries {
  /** The main line exists from the first account on; asking for it makes sure. */
  async all(tx: ReadTx, programmeId: string): Promise<BudgetLineRow[]> {
    return tx.query<BudgetLineRow>(
      `SELECT ${COLUMNS} FROM budget.line WHERE programme_id = $1 AND budget.main_line($1) IS NOT NULL ORDER BY is_main DESC, code`,
      [programmeId],
    );
  }

  async one(tx: ReadTx, id: string): Promise<BudgetLineRow> {
    const row = await tx.queryOne<BudgetLineRow>(`SELECT ${COLUMNS} FROM budget.line WHERE id = $1`, [id]);
    if (row === null) throw new DomainError('not-found', 'budget-line.not-found');
    return row;
  }
}

export function toBudgetLine(row: BudgetLineRow): BudgetLineDto {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    departmentalPlan: row.departmental_plan,
    chapter: row.chapter,
    title: row.title,
    product: row.product,
    isMain: row.is_main,
    version: row.version,
  };
}
