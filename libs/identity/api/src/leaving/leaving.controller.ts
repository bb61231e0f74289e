import { Body, Controller, Get, Post } from '@nestjs/common';
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
import { LeaveAccount } from './leave-account';
import { LeaveDto, LeavingDto, LeavingReportDto } from './leaving.dto';
import { LeavingQueries } from './leaving.queries';

@Controller('accounts/:id/leaving')
export class LeavingController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: LeavingQueries,
    private readonly leaveAccount: LeaveAccount,
  ) {}

  @Get()
  @Requires('account.administer')
  @Answers(LeavingDto)
  @Refuses('account.not-found')
  overview(@Current() request: CurrentRequest, @Id() id: string): Promise<LeavingDto> {
    return this.transactions.read(request, (tx) => this.queries.overview(tx, id));
  }

  @Post()
  @Requires('account.administer')
  @StepUp()
  @Answers(LeavingReportDto)
  @Refuses(
    'account.not-found',
    'account.wrong-state',
    'account.own-person',
    'account.last-administrator',
    'leaving.successor-missing',
    'leaving.own-successor',
    'leaving.not-a-successor',
  )
  leave(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: LeaveDto,
  ): Promise<Answer<LeavingReportDto>> {
    return this.leaveAccount.execute(request, id, body);
  }
}
