import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Id, Refuses, Requires, Transactions, type Answer } from '@wir/shared/api';
import { BudgetQueries } from '../data/budget.queries';
import { BudgetLineDto, BudgetLineListDto, CreateBudgetLineDto, UpdateBudgetLineDto } from './budget-line.dto';
import { BudgetLineQueries, toBudgetLine } from './budget-line.queries';
import { EditBudgetLine } from './edit-budget-line';

@Controller('budget-lines')
export class BudgetLinesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly queries: BudgetLineQueries,
    private readonly editLine: EditBudgetLine,
  ) {}

  @Get()
  @Requires('budget.read')
  @Answers(BudgetLineListDto)
  list(@Current() request: CurrentRequest): Promise<BudgetLineListDto> {
    return this.transactions.read(request, async (tx) => {
      const rows = await this.queries.all(tx, await this.budget.programmeId(tx));
      return { items: rows.map(toBudgetLine) };
    });
  }

  @Post()
  @Requires('budget-line.edit')
  @Answers(BudgetLineDto, 201)
  @Refuses('budget-line.format', 'budget-line.code-taken')
  create(@Current() request: CurrentRequest, @Body() body: CreateBudgetLineDto): Promise<Answer<BudgetLineDto>> {
    return this.editLine.create(request, body);
  }

  @Patch(':id')
  @Requires('budget-line.edit')
  @Answers(BudgetLineDto)
  @Refuses('budget-line.not-found', 'budget-line.format')
  update(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UpdateBudgetLineDto,
  ): Promise<Answer<BudgetLineDto>> {
    return this.editLine.update(request, id, body);
  }
}
