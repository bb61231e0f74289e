import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Requires, Transactions } from '@wir/shared/api';
import { ForecastDto, ForecastQueryDto } from './forecast.dto';
import { ForecastQueries } from './forecast.queries';

/** Under /budget because it explains the budget; here because instalments and orders are disbursements. */
@Controller('budget/forecast')
export class ForecastController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ForecastQueries,
  ) {}

  @Get()
  @Requires('budget.read')
  @Answers(ForecastDto)
  read(@Current() request: CurrentRequest, @Query() query: ForecastQueryDto): Promise<ForecastDto> {
    return this.transactions.read(request, (tx) => this.queries.forecast(tx, query));
  }
}
