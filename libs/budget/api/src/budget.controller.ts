import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  inputProblem,
  Refuses,
  Requires,
  Transactions,
  type Answer,
} from '@wir/shared/api';
import { isFiscalYear } from '@wir/shared/kernel';
import { BudgetDto, BudgetQueryDto, BudgetYearDto, MoveBudgetYearDto, ReconciliationDto } from './budget.dto';
import { BudgetQueries } from './data/budget.queries';
import { ReconciliationQueries } from './data/reconciliation.queries';
import { TransferQueries } from './data/transfer.queries';
import { MoveBudgetYear } from './move-budget-year';
import { TransferPageDto, TransferQueryDto } from './transfer.dto';

@Controller('budget')
export class BudgetController {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly transfers: TransferQueries,
    private readonly reconciliation: ReconciliationQueries,
    private readonly moveBudgetYear: MoveBudgetYear,
  ) {}

  @Get()
  @Requires('budget.read')
  @Answers(BudgetDto)
  read(@Current() request: CurrentRequest, @Query() query: BudgetQueryDto): Promise<BudgetDto> {
    return this.transactions.read(request, (tx) =>
      this.budget.budget(tx, query.asOf === undefined ? null : new Date(query.asOf)),
    );
  }

  @Get('reconciliation')
  @Requires('budget.reconcile')
  @Answers(ReconciliationDto)
  reconcile(@Current() request: CurrentRequest): Promise<ReconciliationDto> {
    return this.transactions.read(request, async (tx) => {
      const findings = await this.reconciliation.findings(tx);
      return { ok: findings.length === 0, checkedAt: tx.now.toISOString(), findings };
    });
  }

  @Get(':year/transfers')
  @Requires('budget.read')
  @Answers(TransferPageDto)
  @Refuses('budget.year-not-found')
  listTransfers(
    @Current() request: CurrentRequest,
    @Param('year') year: string,
    @Query() query: TransferQueryDto,
  ): Promise<TransferPageDto> {
    const wanted = year === 'total' ? null : yearOf(year);
    return this.transactions.read(request, (tx) => this.transfers.list(tx, wanted, query));
  }

  @Post(':year/state')
  @Requires('budget-year.move')
  @Answers(BudgetYearDto)
  @Refuses('budget.year-not-found', 'budget-year.wrong-state', 'budget-year.orders-open')
  move(
    @Current() request: CurrentRequest,
    @Param('year') year: string,
    @Body() body: MoveBudgetYearDto,
  ): Promise<Answer<BudgetYearDto>> {
    return this.moveBudgetYear.execute(request, yearOf(year), body);
  }
}

function yearOf(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (!isFiscalYear(year)) throw inputProblem('budget.year-invalid', 'year');
  return year;
}
