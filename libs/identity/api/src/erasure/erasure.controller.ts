import { Body, Controller, Get, Post } from '@nestjs/common';
import { Answers, Current, CurrentRequest, Id, Refuses, Requires, StepUp, type Answer } from '@wir/shared/api';
import { StatedReasonDto } from '../accounts/account.dto';
import { EraseAccount } from './erase-account';
import { ErasureDto } from './erasure.dto';

@Controller('accounts/:id/erasure')
export class ErasureController {
  constructor(private readonly eraseAccount: EraseAccount) {}

  @Get()
  @Requires('account.administer')
  @Answers(ErasureDto)
  @Refuses('account.not-found')
  plan(@Current() request: CurrentRequest, @Id() id: string): Promise<ErasureDto> {
    return this.eraseAccount.plan(request, id);
  }

  /** Answers with what was erased and what is kept, until when and why. */
  @Post()
  @Requires('account.administer')
  @StepUp()
  @Answers(ErasureDto)
  @Refuses('account.not-found', 'account.wrong-state', 'account.own-person')
  erase(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: StatedReasonDto,
  ): Promise<Answer<ErasureDto>> {
    return this.eraseAccount.execute(request, id, body.reason);
  }
}
