import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  Current,
  EmptyDto,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  StepUp,
  type Answer,
  type CurrentRequest,
} from '@wir/shared/api';
import { ConfirmBankAccount } from './acts/confirm-bank-account';
import { BankAccountQueries } from './data/bank-account.queries';
import { BankAccountDto, BankAccountPageDto, BankAccountQueryDto } from './dto/bank-account.dto';

@Controller('bank-accounts')
export class BankAccountsController {
  constructor(
    private readonly queries: BankAccountQueries,
    private readonly confirmBankAccount: ConfirmBankAccount,
  ) {}

  @Get()
  @Requires('bank-account.read')
  @ReadsPersonalData('BANK_ACCOUNT')
  @Answers(BankAccountPageDto)
  list(@Current() request: CurrentRequest, @Query() query: BankAccountQueryDto): Promise<BankAccountPageDto> {
    return this.queries.list(request, query);
  }

  @Post(':id/confirmation')
  @StepUp()
  @Requires('bank-account.confirm')
  @Answers(BankAccountDto)
  @Refuses('bank-account.not-found', 'bank-account.wrong-state', 'bank-account.confirmer-is-proposer')
  confirm(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() _body: EmptyDto,
  ): Promise<Answer<BankAccountDto>> {
    return this.confirmBankAccount.execute(request, id);
  }
}
