import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  Id,
  Refuses,
  Requires,
  StepUp,
  Transactions,
  type Answer,
} from '@wir/shared/api';
import { HandleDiscrepancy } from './handle-discrepancy';
import {
  AssignDiscrepancyDto,
  PaymentDiscrepancyDto,
  PaymentDiscrepancyPageDto,
  PaymentDiscrepancyQueryDto,
  ResolveDiscrepancyDto,
  WaiveDiscrepancyDto,
} from './payment-discrepancy.dto';
import { PaymentDiscrepancyQueries } from './payment-discrepancy.queries';

@Controller('payment-discrepancies')
export class PaymentDiscrepanciesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PaymentDiscrepancyQueries,
    private readonly handling: HandleDiscrepancy,
  ) {}

  @Get()
  @Requires('payment-discrepancy.read')
  @Answers(PaymentDiscrepancyPageDto)
  list(
    @Current() request: CurrentRequest,
    @Query() query: PaymentDiscrepancyQueryDto,
  ): Promise<PaymentDiscrepancyPageDto> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Get(':id')
  @Requires('payment-discrepancy.read')
  @Answers(PaymentDiscrepancyDto)
  @Refuses('payment-discrepancy.not-found')
  detail(@Current() request: CurrentRequest, @Id() id: string): Promise<PaymentDiscrepancyDto> {
    return this.transactions.read(request, (tx) => this.queries.one(tx, id));
  }

  @Post(':id/assignment')
  @Requires('payment-discrepancy.handle')
  @Answers(PaymentDiscrepancyDto)
  @Refuses('payment-discrepancy.not-found', 'payment-discrepancy.wrong-state', 'payment-discrepancy.assignee-unknown')
  assign(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { assigneeAccountId }: AssignDiscrepancyDto,
  ): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.handling.assign(request, id, assigneeAccountId);
  }

  @Post(':id/resolution')
  @Requires('payment-discrepancy.handle')
  @Answers(PaymentDiscrepancyDto)
  @Refuses('payment-discrepancy.not-found', 'payment-discrepancy.wrong-state')
  resolve(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: ResolveDiscrepancyDto,
  ): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.handling.resolve(request, id, body);
  }

  @Post(':id/waiver')
  @StepUp()
  @Requires('payment-discrepancy.waive')
  @Answers(PaymentDiscrepancyDto)
  @Refuses('payment-discrepancy.not-found', 'payment-discrepancy.wrong-state', 'payment-discrepancy.same-person')
  waive(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { reason }: WaiveDiscrepancyDto,
  ): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.handling.waive(request, id, reason);
  }
}
