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
import { ChangePaymentBlocks } from './change-payment-blocks';
import {
  CreatePaymentBlockDto,
  LiftPaymentBlockDto,
  PaymentBlockDto,
  PaymentBlockPageDto,
  PaymentBlockQueryDto,
} from './payment-block.dto';
import { PaymentBlockQueries } from './payment-block.queries';

@Controller('payment-blocks')
export class PaymentBlocksController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PaymentBlockQueries,
    private readonly changes: ChangePaymentBlocks,
  ) {}

  @Get()
  @Requires('payment-block.read')
  @Answers(PaymentBlockPageDto)
  list(@Current() request: CurrentRequest, @Query() query: PaymentBlockQueryDto): Promise<PaymentBlockPageDto> {
    return this.transactions.read(request, (tx) => this.queries.list(tx, query));
  }

  @Post()
  @Requires('payment-block.set')
  @Answers(PaymentBlockDto, 201)
  @Refuses('award.not-found', 'payment-block.end-past')
  set(@Current() request: CurrentRequest, @Body() body: CreatePaymentBlockDto): Promise<Answer<PaymentBlockDto>> {
    return this.changes.set(request, body);
  }

  @Post(':id/lifting')
  @StepUp()
  @Requires('payment-block.lift')
  @Answers(PaymentBlockDto)
  @Refuses('payment-block.not-found', 'payment-block.wrong-state', 'payment-block.same-person')
  lift(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() { reason }: LiftPaymentBlockDto,
  ): Promise<Answer<PaymentBlockDto>> {
    return this.changes.lift(request, id, reason);
  }
}
