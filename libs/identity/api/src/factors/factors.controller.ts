import { Body, Controller, Delete, Get, Post, Req } from '@nestjs/common';
import {
  Answers,
  Current,
  CurrentRequest,
  DuringEnrolment,
  EmptyDto,
  Id,
  Refuses,
  Requires,
  StepUp,
  WithoutIfMatch,
  WithoutKey,
} from '@wir/shared/api';
import type { Request } from 'express';
import {
  AddedPasskeyDto,
  FactorsDto,
  NewPasskeyDto,
  OwnPasswordDto,
  RecoveryCodesDto,
  TotpCodeDto,
  TotpSetupDto,
} from './factors.dto';
import { OwnFactors } from './own-factors';
import { OwnPasskeys } from './own-passkeys';
import { OwnTotp } from './own-totp';
import { PasskeyChallengeDto } from './passkey.dto';
import { RenewRecoveryCodes } from './renew-recovery-codes';
import { OwnAddress } from './relying-party';

/** The own second factors. Without Idempotency-Key: a stored answer would keep secrets and recovery codes. */
@Controller('me/factors')
export class FactorsController {
  constructor(
    private readonly factors: OwnFactors,
    private readonly totp: OwnTotp,
    private readonly passkeys: OwnPasskeys,
    private readonly renewCodes: RenewRecoveryCodes,
    private readonly own: OwnAddress,
  ) {}

  @Get()
  @Requires('me.read')
  @DuringEnrolment()
  @Answers(FactorsDto)
  overview(@Current() current: CurrentRequest): Promise<FactorsDto> {
    return this.factors.overview(current);
  }

  @Post('totp')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(TotpSetupDto)
  @Refuses('auth.password-wrong', 'auth.step-up-required', 'auth.throttled', 'auth.factor-exists-already')
  begin(
    @Current() current: CurrentRequest,
    @Req() request: Request,
    @Body() { currentPassword }: OwnPasswordDto,
  ): Promise<TotpSetupDto> {
    return this.totp.begin(current, currentPassword, request.ip ?? '');
  }

  @Post('totp/confirmation')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(RecoveryCodesDto)
  @Refuses('auth.second-factor-wrong', 'auth.factor-not-begun', 'auth.throttled')
  async confirm(@Current() current: CurrentRequest, @Body() { code }: TotpCodeDto): Promise<RecoveryCodesDto> {
    return { recoveryCodes: (await this.totp.confirm(current, code)) ?? [] };
  }

  @Delete('totp')
  @Requires('me.manage')
  @StepUp()
  @DuringEnrolment()
  @WithoutIfMatch()
  @Answers(null, 204)
  @Refuses('auth.factor-not-found', 'auth.step-up-required')
  async removeTotp(@Current() current: CurrentRequest): Promise<void> {
    await this.totp.remove(current);
  }

  @Post('passkey-options')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(PasskeyChallengeDto)
  @Refuses('auth.password-wrong', 'auth.step-up-required', 'auth.throttled')
  passkeyOptions(
    @Current() current: CurrentRequest,
    @Req() request: Request,
    @Body() { currentPassword }: OwnPasswordDto,
  ): Promise<PasskeyChallengeDto> {
    return this.passkeys.options(current, this.own.of(request), currentPassword, request.ip ?? '');
  }

  @Post('passkeys')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutKey()
  @Answers(AddedPasskeyDto, 201)
  @Refuses('auth.passkey-refused', 'auth.passkey-known-already')
  addPasskey(
    @Current() current: CurrentRequest,
    @Req() request: Request,
    @Body() body: NewPasskeyDto,
  ): Promise<AddedPasskeyDto> {
    return this.passkeys.add(current, this.own.of(request), body);
  }

  @Delete('passkeys/:id')
  @Requires('me.manage')
  @StepUp()
  @DuringEnrolment()
  @WithoutIfMatch()
  @Answers(null, 204)
  @Refuses('auth.factor-not-found', 'auth.step-up-required')
  async removePasskey(@Current() current: CurrentRequest, @Id() id: string): Promise<void> {
    await this.passkeys.remove(current, id);
  }

  @Post('recovery-codes')
  @Requires('me.manage')
  @StepUp()
  @DuringEnrolment()
  @WithoutKey()
  @Answers(RecoveryCodesDto)
  @Refuses('auth.factor-not-found', 'auth.step-up-required')
  async renew(@Current() current: CurrentRequest, @Body() _body: EmptyDto): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.renewCodes.execute(current) };
  }
}
