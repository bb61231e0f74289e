import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Answers, Current, CurrentRequest, EmptyDto, HttpProblem, Public, Refuses, WithoutKey } from '@wir/shared/api';
import type { Request, Response } from 'express';
import { clientOf } from '../sign-in/client';
import { SessionCookies } from '../sign-in/session-cookies';
import { SessionFunctions } from '../sign-in/session-functions';
import { SignInAudit } from '../sign-in/sign-in-audit';
import { SameSite } from '../tokens/same-site';
import { PasskeyAnswerDto, PasskeyChallengeDto } from './passkey.dto';
import { Passkeys } from './passkeys';
import { OwnAddress } from './relying-party';

/** One passkey is both factors. Wrong passwords, by whomever, do not hold this way in up. */
@Controller('auth')
export class PasskeySignInController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly sessions: SessionFunctions,
    private readonly own: OwnAddress,
    private readonly handed: SessionCookies,
    private readonly sameSite: SameSite,
    private readonly audit: SignInAudit,
  ) {}

  @Post('passkey-options')
  @Public()
  @WithoutKey()
  @Answers(PasskeyChallengeDto)
  @Refuses('auth.throttled', 'auth.cross-site')
  options(@Req() request: Request, @Body() _body: EmptyDto): Promise<PasskeyChallengeDto> {
    this.sameSite.demand(request);
    return this.passkeys.signInOptions(this.own.of(request), request.ip ?? '');
  }

  @Post('passkey')
  @Public()
  @WithoutKey()
  @Answers(null, 204)
  @Refuses('auth.passkey-refused', 'auth.cross-site')
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Current() { requestId }: CurrentRequest,
    @Body() body: PasskeyAnswerDto,
  ): Promise<void> {
    this.sameSite.demand(request);
    const client = clientOf(request, requestId);
    const accountId = await this.passkeys.signedIn(this.own.of(request), body.challengeId, body.response);
    const started =
      accountId === null
        ? null
        : await this.sessions.start({ accountId, kind: 'browser', method: 'PASSKEY', withFactor: true, client });
    if (started === null) {
      const code = 'auth.passkey-refused';
      this.audit.note({
        action: 'auth.sign-in-refused',
        outcome: 'REFUSED',
        accountId,
        code,
        method: 'PASSKEY',
        requestId,
      });
      throw new HttpProblem(401, code);
    }
    const { familyId } = started;
    this.audit.note({ action: 'auth.signed-in', outcome: 'DONE', accountId, familyId, method: 'PASSKEY', requestId });
    this.handed.hand(response, started);
  }
}
