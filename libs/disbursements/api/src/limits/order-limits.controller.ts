import { Body, Controller, Get, Post } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Refuses, Requires, StepUp, type Answer } from '@wir/shared/api';
import {
  CreateOrderLimitDto,
  LegalGroundDto,
  OrderLimitDto,
  OrderLimitListDto,
  RecordLegalGroundDto,
} from './order-limit.dto';
import { OrderLimits } from './order-limits';

@Controller('order-limits')
export class OrderLimitsController {
  constructor(private readonly limits: OrderLimits) {}

  @Get()
  @Requires('order-limit.read')
  @Answers(OrderLimitListDto)
  list(@Current() request: CurrentRequest): Promise<OrderLimitListDto> {
    return this.limits.list(request);
  }

  @Post()
  @StepUp()
  @Requires('order-limit.set')
  @Answers(OrderLimitDto, 201)
  @Refuses('order-limit.own', 'order-limit.overlaps', 'order-limit.period-invalid', 'order-limit.account-unknown')
  set(@Current() request: CurrentRequest, @Body() body: CreateOrderLimitDto): Promise<Answer<OrderLimitDto>> {
    return this.limits.set(request, body);
  }
}

@Controller('legal-grounds')
export class LegalGroundsController {
  constructor(private readonly limits: OrderLimits) {}

  @Post()
  @StepUp()
  @Requires('legal-ground.record')
  @Answers(LegalGroundDto, 201)
  @Refuses('award.not-found', 'legal-ground.recorded-already')
  record(@Current() request: CurrentRequest, @Body() body: RecordLegalGroundDto): Promise<Answer<LegalGroundDto>> {
    return this.limits.recordGround(request, body);
  }
}
