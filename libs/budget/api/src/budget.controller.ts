import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersFile,
  Current,
  CurrentRequest,
  inputProblem,
  Refuses,
  Requires,
  Transactions,
  type Answer,
  type FileAnswer,
} from '@wir/shared/api';
import { isFiscalYear } from '@wir/shared/kernel';
import { BudgetDto, BudgetQueryDto, BudgetYearDto, MoveBudgetYearDto, ReconciliationDto } from './budget.dto';
import { CaseFiguresDto, CaseFiguresQueryDto } from './case-figures.dto';
import { BudgetQueries } from './data/budget.queries';
import { CaseFiguresQueries } from './data/case-figures.queries';
import { DifferenceQueries } from './data/difference.queries';
import { ReconciliationQueries } from './data/reconciliation.queries';
import { TransferQueries } from './data/transfer.queries';
import { BudgetDifferenceDto, BudgetDifferenceQueryDto } from './difference.dto';
import { ExportBudget } from './export/export-budget';
import { BudgetExportQueryDto } from './export/export.dto';
import { MoveBudgetYear } from './move-budget-year';
import { TransferPageDto, TransferQueryDto } from './transfer.dto';

@Controller('budget')
export class BudgetController {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly transfers: TransferQueries,
    private readonly reconciliation: ReconciliationQueries,
    private readonly caseFigures: CaseFiguresQueries,
    private readonly differences: DifferenceQueries,
    private readonly exportBudget: ExportBudget,
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

  /** Filtered by case: what belongs to a municipality or a module. */
  @Get('cases')
  @Requires('budget.read')
  @Answers(CaseFiguresDto)
  readCases(@Current() request: CurrentRequest, @Query() query: CaseFiguresQueryDto): Promise<CaseFiguresDto> {
    return this.transactions.read(request, (tx) => this.caseFigures.figures(tx, query));
  }

  @Get('difference')
  @Requires('budget.read')
  @Answers(BudgetDifferenceDto)
  difference(
    @Current() request: CurrentRequest,
    @Query() query: BudgetDifferenceQueryDto,
  ): Promise<BudgetDifferenceDto> {
    return this.transactions.read(request, (tx) => this.differences.between(tx, query));
  }

  /** The cockpit as a file; a workbook and a CSV also list the bookings. */
  @Get('export')
  @Requires('budget.read')
  @AnswersFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'application/pdf')
  export(@Current() request: CurrentRequest, @Query() query: BudgetExportQueryDto): Promise<FileAnswer> {
    return this.exportBudget.execute(request, query);
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
