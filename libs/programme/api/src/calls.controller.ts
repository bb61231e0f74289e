import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Current, Requires, type CurrentRequest } from '@wir/shared/api';
import { FundingCallQueries } from './data/funding-call.queries';
import { FundingCallPageDto, FundingCallQueryDto } from './funding-call.dto';

@Controller('calls')
export class CallsController {
  constructor(private readonly queries: FundingCallQueries) {}

  @Get()
  @Requires('programme.read')
  @Answers(FundingCallPageDto)
  list(@Current() request: CurrentRequest, @Query() query: FundingCallQueryDto): Promise<FundingCallPageDto> {
    return this.queries.list(request, query);
  }
}
