import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  Transactions,
  type Answer,
  type Page,
} from '@wir/shared/api';
import {
  AccountDto,
  AccountPageDto,
  AccountQueryDto,
  CreateAccountDto,
  GrantRoleDto,
  StatedReasonDto,
  UpdateAccountDto,
  type AccountItemDto,
} from './account.dto';
import { AccountQueries } from './account.queries';
import { ChangeAccount } from './change-account';
import { CreateAccount } from './create-account';
import { EndSessions } from './end-sessions';
import { GrantRole } from './grant-role';
import { InviteAccount } from './invite-account';
import { LockAccount } from './lock-account';
import { RequestFactorReset } from './request-factor-reset';
import { UnlockAccount } from './unlock-account';

@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly inviteAccount: InviteAccount,
    private readonly lockAccount: LockAccount,
    private readonly unlockAccount: UnlockAccount,
    private readonly endSessions: EndSessions,
    private readonly grantRole: GrantRole,
    private readonly requestFactorReset: RequestFactorReset,
  ) {}

  @Get()
  @Requires('account.administer')
  @ReadsPersonalData('ACCOUNT')
  @Answers(AccountPageDto)
  list(@Current() request: CurrentRequest, @Query() query: AccountQueryDto): Promise<Page<AccountItemDto>> {
    return this.transactions.read(request, (tx) => this.accounts.list(tx, query));
  }

  @Get(':id')
  @Requires('account.administer')
  @ReadsPersonalData('ACCOUNT')
  @Answers(AccountDto)
  @Refuses('account.not-found')
  one(@Current() request: CurrentRequest, @Id() id: string): Promise<AccountDto> {
    return this.transactions.read(request, (tx) => this.accounts.detail(tx, id));
  }

  @Post()
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto, 201)
  @Refuses(
    'account.name-or-person',
    'account.person-or-applicant-unknown',
    'account.email-taken',
    'account.own-person',
    'grant.not-possible',
    'grant.stands-alone',
  )
  create(@Current() request: CurrentRequest, @Body() body: CreateAccountDto): Promise<Answer<AccountDto>> {
    return this.createAccount.execute(request, body);
  }

  @Patch(':id')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('account.not-found', 'account.wrong-state', 'account.own-person', 'account.email-taken')
  change(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UpdateAccountDto,
  ): Promise<Answer<AccountDto>> {
    return this.changeAccount.execute(request, id, body);
  }

  @Post(':id/invitation')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('account.not-found', 'account.wrong-state')
  invite(@Current() request: CurrentRequest, @Id() id: string, @Body() _body: EmptyDto): Promise<Answer<AccountDto>> {
    return this.inviteAccount.execute(request, id);
  }

  @Post(':id/lock')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('account.not-found', 'account.wrong-state', 'account.own-person', 'account.last-administrator')
  lock(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<AccountDto>> {
    return this.lockAccount.execute(request, id, body.reason);
  }

  @Post(':id/unlock')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('account.not-found', 'account.wrong-state', 'account.own-person')
  unlock(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<AccountDto>> {
    return this.unlockAccount.execute(request, id, body.reason);
  }

  @Post(':id/session-ending')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto)
  @Refuses('account.not-found', 'account.wrong-state')
  end(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<AccountDto>> {
    return this.endSessions.execute(request, id, body.reason);
  }

  @Post(':id/role-grants')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto, 201)
  @Refuses(
    'account.not-found',
    'account.wrong-state',
    'account.own-person',
    'grant.not-possible',
    'grant.overlaps',
    'grant.stands-alone',
  )
  grant(@Current() request: CurrentRequest, @Id() id: string, @Body() body: GrantRoleDto): Promise<Answer<AccountDto>> {
    return this.grantRole.execute(request, id, body);
  }

  @Post(':id/factor-reset')
  @Requires('account.administer')
  @StepUp()
  @Answers(AccountDto, 201)
  @Refuses('account.not-found', 'account.wrong-state', 'account.own-person', 'factor-reset.open-already')
  resetFactors(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<AccountDto>> {
    return this.requestFactorReset.execute(request, id, body.reason);
  }
}
