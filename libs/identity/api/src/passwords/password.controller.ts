import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { minimumPasswordLength } from '@wir/identity/domain';
import {
  Answers,
  Current,
  CurrentRequest,
  DuringEnrolment,
  Public,
  Refuses,
  Requires,
  WithoutIfMatch,
  WithoutKey,
} from '@wir/shared/api';
import type { Request } from 'express';
import { clientOf } from '../sign-in/client';
import { SameSite } from '../tokens/same-site';
import { AccountLinks } from './account-links';
import { ChangeOwnPassword } from './change-own-password';
import { ChangePasswordDto, FirstPasswordDto, LinkDto, LinkHolderDto, ResetRequestDto } from './password.dto';
import { RequestReset } from './request-reset';
import { linkInvalid, SetPasswordByLink } from './set-password-by-link';

@Controller()
export class PasswordController {
  constructor(
    private readonly requestReset: RequestReset,
    private readonly links: AccountLinks,
    private readonly setByLink: SetPasswordByLink,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly sameSite: SameSite,
  ) {}

  @Post('auth/password-reset')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.cross-site')
  reset(@Req() request: Request, @Current() { requestId }: CurrentRequest, @Body() { email }: ResetRequestDto): void {
    this.sameSite.demand(request);
    this.requestReset.execute(email, clientOf(request, requestId));
  }

  @Post('auth/link')
  @Public()
  @WithoutKey()
  @Answers(LinkHolderDto)
  @Refuses('auth.link-invalid', 'auth.cross-site')
  async openLink(@Req() request: Request, @Body() { token }: LinkDto): Promise<LinkHolderDto> {
    this.sameSite.demand(request);
    const holder = await this.links.holderOf(token);
    if (holder === null) throw linkInvalid();
    const { purpose, name, email, organisation, hasFactor } = holder;
    return { purpose, name, email, organisation, passwordMinLength: minimumPasswordLength(hasFactor) };
  }

  @Post('auth/password')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses(
    'auth.link-invalid',
    'auth.password-too-short',
    'auth.password-too-long',
    'auth.password-too-common',
    'auth.cross-site',
  )
  async setPassword(
    @Req() request: Request,
    @Current() { requestId }: CurrentRequest,
    @Body() { token, password }: FirstPasswordDto,
  ): Promise<void> {
    this.sameSite.demand(request);
    await this.setByLink.execute(token, password, requestId);
  }

  @Put('me/password')
  @Requires('me.manage')
  @DuringEnrolment()
  @WithoutIfMatch()
  @Answers(null, 204)
  @Refuses(
    'auth.password-wrong',
    'auth.throttled',
    'auth.password-too-short',
    'auth.password-too-long',
    'auth.password-too-common',
  )
  async change(
    @Current() current: CurrentRequest,
    @Req() request: Request,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    await this.changeOwnPassword.execute(current, body, request.ip ?? '');
  }
}
