import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { minimumPasswordLength } from '@wir/identity/domain';
import {
  Answers,
  Current,
  CurrentRequest,
  Public,
  Refuses,
  Settings,
  unauthenticated,
  WithoutKey,
} from '@wir/shared/api';
import type { Request, Response } from 'express';
import { OIDC_PROVIDER_ID } from '../oidc/oidc-provider';
import { AccessTokens, PROGRAM_TOKEN_SECONDS } from '../tokens/access-tokens';
import { Cookies } from '../tokens/cookies';
import { credentialsOf } from '../tokens/credentials';
import { SameSite } from '../tokens/same-site';
import { clientOf } from './client';
import { SessionCookies } from './session-cookies';
import { SessionFunctions } from './session-functions';
import { SignIn } from './sign-in';
import { SignInAudit } from './sign-in-audit';
import { SignInDto, SignInMethodsDto, TokenDto } from './sign-in.dto';

/** Browsers get cookies, programs a bearer token. None of these routes needs an Idempotency-Key. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionFunctions,
    private readonly tokens: AccessTokens,
    private readonly cookies: Cookies,
    private readonly handed: SessionCookies,
    private readonly sameSite: SameSite,
    private readonly audit: SignInAudit,
    private readonly settings: Settings,
  ) {}

  @Get('methods')
  @Public()
  @Answers(SignInMethodsDto)
  methods(): SignInMethodsDto {
    const { oidc } = this.settings;
    return {
      passkey: true,
      oidc: oidc === null ? [] : [{ id: OIDC_PROVIDER_ID, label: oidc.label }],
      passwordMinLength: minimumPasswordLength(false),
    };
  }

  @Post('login')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses(
    'auth.invalid-credentials',
    'auth.second-factor-required',
    'auth.second-factor-wrong',
    'auth.throttled',
    'auth.cross-site',
  )
  async login(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Current() { requestId }: CurrentRequest,
    @Body() body: SignInDto,
  ): Promise<void> {
    this.sameSite.demand(request);
    this.handed.hand(response, await this.signIn.execute(body, clientOf(request, requestId), 'browser'));
  }

  @Post('refresh')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.not-signed-in', 'auth.cross-site')
  async refresh(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Current() { requestId }: CurrentRequest,
  ): Promise<void> {
    this.sameSite.demand(request);
    const refreshToken = this.cookies.refresh(request);
    const rotated = refreshToken === null ? null : await this.sessions.rotate(refreshToken);
    if (rotated !== null && !('reusedBy' in rotated)) {
      this.handed.hand(response, rotated);
      return;
    }
    if (rotated !== null)
      this.audit.note({
        action: 'auth.refresh-reused',
        outcome: 'REFUSED',
        accountId: rotated.reusedBy,
        code: 'auth.not-signed-in',
        requestId,
      });
    if (refreshToken !== null) this.cookies.clear(response);
    throw unauthenticated();
  }

  @Post('logout')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.cross-site')
  async logout(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Current() { requestId }: CurrentRequest,
  ): Promise<void> {
    this.sameSite.demand(request);
    const ending = await this.sessionToEnd(request);
    if (ending !== null) {
      await this.sessions.end(ending.sessionToken);
      this.audit.note({ action: 'auth.signed-out', outcome: 'DONE', accountId: ending.accountId, requestId });
    }
    this.handed.takeBack(response);
  }

  @Post('token')
  @Public()
  @WithoutKey()
  @Answers(TokenDto)
  @Refuses('auth.invalid-credentials', 'auth.second-factor-required', 'auth.second-factor-wrong', 'auth.throttled')
  async token(
    @Req() request: Request,
    @Current() { requestId }: CurrentRequest,
    @Body() body: SignInDto,
  ): Promise<TokenDto> {
    const session = await this.signIn.execute(body, clientOf(request, requestId), 'program');
    return { accessToken: this.tokens.issue(session, PROGRAM_TOKEN_SECONDS), expiresInSeconds: PROGRAM_TOKEN_SECONDS };
  }

  /** After ten minutes only the refresh cookie is left; rotating it names the session that is to end. */
  private async sessionToEnd(request: Request): Promise<{ accountId: string; sessionToken: string } | null> {
    const token = credentialsOf(request, this.cookies)?.token;
    const bySession = token === undefined ? null : this.tokens.claimsOfExpired(token);
    if (bySession !== null) return bySession;
    const refreshToken = this.cookies.refresh(request);
    const rotated = refreshToken === null ? null : await this.sessions.rotate(refreshToken);
    return rotated === null || 'reusedBy' in rotated ? null : rotated;
  }
}
