import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Answers, Public, Refuses, unauthenticated, WithoutKey } from '@wir/shared/api';
import type { Request, Response } from 'express';
import { AccessTokens, BROWSER_TOKEN_SECONDS, PROGRAM_TOKEN_SECONDS } from '../tokens/access-tokens';
import { Cookies } from '../tokens/cookies';
import { credentialsOf } from '../tokens/credentials';
import { SameSite } from '../tokens/same-site';
import { SessionFunctions, type StartedSession } from './session-functions';
import { SignIn } from './sign-in';
import { SignInDto, TokenDto } from './sign-in.dto';

/** Browsers get cookies, programs a bearer token. None of these routes needs an Idempotency-Key. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionFunctions,
    private readonly tokens: AccessTokens,
    private readonly cookies: Cookies,
    private readonly sameSite: SameSite,
  ) {}

  @Post('login')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.invalid-credentials', 'auth.throttled', 'auth.cross-site')
  async login(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: SignInDto,
  ): Promise<void> {
    this.sameSite.demand(request);
    this.hand(response, await this.signIn.execute(body, 'browser'));
  }

  @Post('refresh')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.not-signed-in', 'auth.cross-site')
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    this.sameSite.demand(request);
    const refreshToken = this.cookies.refresh(request);
    const rotated = refreshToken === null ? null : await this.sessions.rotate(refreshToken);
    if (!rotated) {
      if (refreshToken !== null) this.cookies.clear(response);
      throw unauthenticated();
    }
    this.hand(response, rotated);
  }

  @Post('logout')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.cross-site')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    this.sameSite.demand(request);
    const sessionToken = await this.sessionToEnd(request);
    if (sessionToken !== null) await this.sessions.end(sessionToken);
    this.cookies.clear(response);
  }

  @Post('token')
  @Public()
  @WithoutKey()
  @Answers(TokenDto)
  @Refuses('auth.invalid-credentials', 'auth.throttled')
  async token(@Body() body: SignInDto): Promise<TokenDto> {
    const session = await this.signIn.execute(body, 'program');
    return { accessToken: this.tokens.issue(session, PROGRAM_TOKEN_SECONDS), expiresInSeconds: PROGRAM_TOKEN_SECONDS };
  }

  /** After ten minutes only the refresh cookie is left; rotating it names the session that is to end. */
  private async sessionToEnd(request: Request): Promise<string | null> {
    const token = credentialsOf(request, this.cookies)?.token;
    const bySession = token === undefined ? null : this.tokens.sessionOfExpired(token);
    if (bySession !== null) return bySession;
    const refreshToken = this.cookies.refresh(request);
    return refreshToken === null ? null : ((await this.sessions.rotate(refreshToken))?.sessionToken ?? null);
  }

  private hand(response: Response, session: StartedSession): void {
    this.cookies.set(response, {
      access: this.tokens.issue(session, BROWSER_TOKEN_SECONDS),
      refresh: session.refreshToken ?? '',
      xsrf: this.tokens.xsrfToken(session.sessionToken),
      seconds: BROWSER_TOKEN_SECONDS,
      endsAt: session.expiresAt,
    });
  }
}
