import { Controller, Get, Param, Query, Redirect, Req, Res } from '@nestjs/common';
import { Answers, Current, CurrentRequest, HttpProblem, logger, Public, Refuses } from '@wir/shared/api';
import type { Request, Response } from 'express';
import { OwnAddress } from '../factors/relying-party';
import { clientOf } from '../sign-in/client';
import { SessionCookies } from '../sign-in/session-cookies';
import { SessionFunctions } from '../sign-in/session-functions';
import { SignInAudit } from '../sign-in/sign-in-audit';
import { Cookies } from '../tokens/cookies';
import { OidcProvider } from './oidc-provider';
import { OIDC_SECONDS, OidcSignIn, type OidcAccount, type OidcRefusal } from './oidc-sign-in';
import { OidcCallbackQueryDto } from './oidc.dto';

interface Target {
  readonly url: string;
  readonly statusCode: 302;
}

/** Sign-in by another house. Both routes answer with the browser's next address. */
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly signIn: OidcSignIn,
    private readonly provider: OidcProvider,
    private readonly sessions: SessionFunctions,
    private readonly cookies: Cookies,
    private readonly handed: SessionCookies,
    private readonly own: OwnAddress,
    private readonly audit: SignInAudit,
  ) {}

  @Get(':id/start')
  @Public()
  @Redirect()
  @Answers(null, 302)
  @Refuses('auth.oidc-unknown-provider', 'auth.throttled')
  async start(
    @Param('id') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Target> {
    this.demandProvider(id);
    try {
      const { url, challengeId } = await this.signIn.start(this.own.of(request), request.ip ?? '');
      this.cookies.setOidc(response, challengeId, OIDC_SECONDS);
      return { url, statusCode: 302 };
    } catch (error) {
      if (error instanceof HttpProblem) throw error;
      logger.warn({ errorName: error instanceof Error ? error.name : 'unknown' }, 'the provider did not answer');
      return refusedBy('auth.oidc-unavailable');
    }
  }

  @Get(':id/callback')
  @Public()
  @Redirect()
  @Answers(null, 302)
  @Refuses('auth.oidc-unknown-provider')
  async callback(
    @Param('id') id: string,
    @Query() _query: OidcCallbackQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Current() { requestId }: CurrentRequest,
  ): Promise<Target> {
    this.demandProvider(id);
    const challengeId = this.cookies.oidc(request);
    this.cookies.clearOidc(response);
    const url = new URL(request.originalUrl, this.own.of(request).origin);
    const account = await this.signIn.finish(challengeId, url);
    if (typeof account === 'string') {
      this.audit.note({
        action: 'auth.sign-in-refused',
        outcome: 'REFUSED',
        accountId: null,
        code: account,
        method: 'OIDC',
        requestId,
      });
      return refusedBy(account);
    }
    return this.letIn(account, request, response, requestId);
  }

  private async letIn(
    { accountId, withFactor }: OidcAccount,
    request: Request,
    response: Response,
    requestId: string,
  ): Promise<Target> {
    const client = clientOf(request, requestId);
    const started = await this.sessions.start({ accountId, kind: 'browser', method: 'OIDC', withFactor, client });
    if (started === null) return refusedBy('auth.oidc-unknown-account');
    const { familyId } = started;
    this.audit.note({ action: 'auth.signed-in', outcome: 'DONE', accountId, familyId, method: 'OIDC', requestId });
    this.handed.hand(response, started);
    return { url: '/', statusCode: 302 };
  }

  private demandProvider(id: string): void {
    if (!this.provider.isKnown(id)) throw new HttpProblem(404, 'auth.oidc-unknown-provider');
  }
}

function refusedBy(code: OidcRefusal | 'auth.oidc-unavailable'): Target {
  return { url: `/anmelden?grund=${encodeURIComponent(code)}`, statusCode: 302 };
}
