import { Body, Controller, Post, Req } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  DuringEnrolment,
  EmptyDto,
  Refuses,
  Requires,
  Transactions,
  WithoutKey,
} from '@wir/shared/api';
import type { Request } from 'express';
import { PasskeyChallengeDto, StepUpDto } from './passkey.dto';
import { Passkeys } from './passkeys';
import { OwnAddress } from './relying-party';
import { StepUp } from './step-up';

/** Showing the second factor again, for acts that want it fresh. */
@Controller('auth')
export class StepUpController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly passkeys: Passkeys,
    private readonly own: OwnAddress,
    private readonly transactions: Transactions,
  ) {}

  @Post('step-up-options')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(PasskeyChallengeDto)
  @Refuses('auth.throttled')
  async options(
    @Current() current: CurrentRequest,
    @Req() request: Request,
    @Body() _body: EmptyDto,
  ): Promise<PasskeyChallengeDto> {
    const accountId = await this.transactions.read(current, async ({ actor }) => actor.accountId);
    return this.passkeys.stepUpOptions(this.own.of(request), accountId, request.ip ?? '');
  }

  @Post('step-up')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.second-factor-wrong', 'auth.throttled')
  async show(@Current() current: CurrentRequest, @Req() request: Request, @Body() body: StepUpDto): Promise<void> {
    await this.stepUp.execute(current, this.own.of(request), body);
  }
}
