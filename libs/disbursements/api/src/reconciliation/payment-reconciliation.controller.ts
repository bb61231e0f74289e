import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Current, Requires, Transactions, type CurrentRequest } from '@wir/shared/api';
import {
  PaymentReconciliationDto,
  PaymentReconciliationPageDto,
  PaymentReconciliationQueryDto,
} from './payment-reconciliation.dto';
import { PaymentReconciliationQueries } from './payment-reconciliation.queries';

@Controller('payment-reconciliation')
export class PaymentReconciliationController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PaymentReconciliationQueries,
  ) {}

  @Get()
  @Requires('budget.reconcile')
  @Answers(PaymentReconciliationDto)
  now(@Current() request: CurrentRequest): Promise<PaymentReconciliationDto> {
    return this.transactions.read(request, (tx) => this.queries.now(tx));
  }

  @Get('history')
  @Requires('budget.reconcile')
  @Answers(PaymentReconciliationPageDto)
  history(
    @Current() request: CurrentRequest,
    @Query() query: PaymentReconciliationQueryDto,
  ): Promise<PaymentReconciliationPageDto> {
    return this.transactions.read(request, (tx) => this.queries.history(tx, query));
  }
}
