import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { minimumPasswordLength } from '@wir/identity/domain';
import {
  Answers,
  Current,
  CurrentRequest,
  DuringEnrolment,
  HttpProblem,
  Public,
  Refuses,
  Requires,
  WithoutIfMatch,
  WithoutKey,
} from '@wir/shared/api';
import type { Request } from 'express';
import { clientOf } from '../sign-in/client';
import { SignInAudit } from '../sign-in/sign-in-audit';
import { SameSite } from '../tokens/same-site';
import { AccountLinks, type LinkHolder } from './account-links';
import { ChangeOwnPassword } from './change-own-password';
import { NewPassword } from './new-password';
import { ChangePasswordDto, FirstPasswordDto, LinkDto, LinkHolderDto, ResetRequestDto } from './password.dto';
import { RequestReset } from './request-reset';

@Controller()
export class PasswordController {
  constructor(
    private readonly requestReset: RequestReset,
    private readonly links: AccountLinks,
    private readonly newPassword: NewPassword,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly sameSite: SameSite,
    private readonly audit: SignInAudit,
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
    const { purpose, name, email, organisation, hasFactor } = await this.holderOf(token);
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
    const holder = await this.holderOf(token);
    if (!(await this.links.use(token, await this.newPassword.hashOf(password, holder)))) throw linkInvalid();
    this.audit.note({ action: 'auth.link-used', outcome: 'DONE', accountId: holder.accountId, requestId });
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

  private async holderOf(token: string): Promise<LinkHolder> {
    const holder = await this.links.holderOf(token);
    if (holder === null) throw linkInvalid();
    return holder;
  }
}

function linkInvalid(): HttpProblem {
  return new HttpProblem(404, 'auth.link-invalid');
}
