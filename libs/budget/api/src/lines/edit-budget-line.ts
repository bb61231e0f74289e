import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assertBudgetLinePlace } from '@wir/budget/domain';
import { assertVersion, Transactions, updateVersioned, type Answer, type CurrentRequest } from '@wir/shared/api';
import { BudgetQueries } from '../data/budget.queries';
import type { BudgetLineDto, CreateBudgetLineDto, UpdateBudgetLineDto } from './budget-line.dto';
import { BudgetLineQueries, toBudgetLine } from './budget-line.queries';

const INSERT = `
INSERT INTO budget.line (id, programme_id, code, name, departmental_plan, chapter, title, product) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Adds a budget line or names it anew; its money is moved by acts only. */
@Injectable()
export class EditBudgetLine {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly lines: BudgetLineQueries,
  ) {}

  create(request: CurrentRequest, body: CreateBudgetLineDto): Promise<Answer<BudgetLineDto>> {
    return this.transactions.command(request, async (tx) => {
      assertBudgetLinePlace(body);
      const id = randomUUID();
      const { code, name, departmentalPlan, chapter = null, title = null, product = null } = body;
      const programmeId = await this.budget.programmeId(tx);
      await tx.execute(INSERT, [id, programmeId, code, name, departmentalPlan, chapter, title, product]);
      tx.audit({
        action: 'budget-line.created',
        objectType: 'BUDGET_LINE',
        objectId: id,
        objectVersion: 1,
        after: body,
      });
      return toBudgetLine(await this.lines.one(tx, id));
    });
  }

  update(request: CurrentRequest, id: string, body: UpdateBudgetLineDto): Promise<Answer<BudgetLineDto>> {
    return this.transactions.command(request, async (tx) => {
      assertBudgetLinePlace(body);
      const row = await this.lines.one(tx, id);
      assertVersion(request, row.version);
      const { name, departmentalPlan, chapter, title, product } = body;
      await updateVersioned(tx, 'budget.line', id, row.version, {
        name,
        departmental_plan: departmentalPlan,
        chapter,
        title,
        product,
      });
      const changed = await this.lines.one(tx, id);
      tx.audit({
        action: 'budget-line.changed',
        objectType: 'BUDGET_LINE',
        objectId: id,
        objectVersion: changed.version,
        before: toBudgetLine(row),
        after: toBudgetLine(changed),
      });
      return toBudgetLine(changed);
    });
  }
}
