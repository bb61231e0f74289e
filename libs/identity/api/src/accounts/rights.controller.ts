import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  EmptyDto,
  Id,
  Refuses,
  Requires,
  StepUp,
  Transactions,
  type Answer,
} from '@wir/shared/api';
import { AccountDto, EndGrantDto, FactorResetListDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { EndGrant } from './end-grant';
import { SettleFactorReset } from './settle-factor-reset';

@Controller('role-grants')
export class RoleGrantsController {
  constructor(private readonly endGrant: EndGrant) {}

  @Post(':id/ending')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses(
    'grant.not-found',
    'grant.over-already',
    'grant.ends-in-past',
    'grant.end-put-off',
    'account.own-person',
    'account.last-administrator',
  )
  end(@Current() request: CurrentRequest, @Id() id: string, @Body() body: EndGrantDto): Promise<Answer<AccountDto>> {
    return this.endGrant.execute(request, id, body);
  }
}

@Controller('factor-resets')
export class FactorResetsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly settle: SettleFactorReset,
  ) {}

  @Get()
  @Requires('account.administer')
  @Answers(FactorResetListDto)
  list(@Current() request: CurrentRequest): Promise<FactorResetListDto> {
    return this.transactions.read(request, (tx) => this.accounts.factorResets(tx));
  }

  @Post(':id/confirmation')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('factor-reset.not-found', 'factor-reset.settled-already', 'factor-reset.same-person', 'account.own-person')
  confirm(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<AccountDto>> {
    return this.settle.confirm(request, id);
  }

  @Post(':id/cancellation')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('factor-reset.not-found', 'factor-reset.settled-already')
  cancel(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<AccountDto>> {
    return this.settle.cancel(request, id);
  }
}
