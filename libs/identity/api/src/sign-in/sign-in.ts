import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@wir/shared/api';
import { SecondFactors, type TypedFactor } from '../factors/second-factors';
import { PasswordCheck, type CheckedPassword } from '../passwords/password-check';
import type { Client } from './client';
import { secondFactorRequired, wrongCredentials, wrongSecondFactor } from './refusals';
import { SessionFunctions, type StartedSession } from './session-functions';
import { SignInAudit } from './sign-in-audit';
import type { SignInDto } from './sign-in.dto';

/** Password, then the second factor where there is one. Wrong password, unknown and closed account look and last the same. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sessions: SessionFunctions,
    private readonly passwords: PasswordCheck,
    private readonly factors: SecondFactors,
    private readonly audit: SignInAudit,
  ) {}

  async execute(body: SignInDto, client: Client, kind: 'browser' | 'program'): Promise<StartedSession> {
    let checked: CheckedPassword | null = null;
    try {
      checked = await this.passwords.check(body.email, body.password, client.address);
      const { isRight, accountId, hasFactor } = checked;
      if (!isRight || accountId === null) throw wrongCredentials();
      if (hasFactor) await this.demandFactor(accountId, body);
      const started = await this.sessions.start({ accountId, kind, method: 'PASSWORD', withFactor: hasFactor, client });
      if (started === null) throw wrongCredentials();
      this.noteDone(started, client);
      return started;
    } catch (error) {
      this.noteRefused(error, body.email, checked?.accountId ?? null, client);
      throw error;
    }
  }

  private async demandFactor(accountId: string, typed: TypedFactor): Promise<void> {
    if (typeof typed.totp !== 'string' && typeof typed.recoveryCode !== 'string')
      throw secondFactorRequired(await this.factors.methodsOf(accountId));
    if (!(await this.factors.check(accountId, typed))) throw wrongSecondFactor(401);
  }

  private noteDone({ accountId, familyId }: StartedSession, { requestId }: Client): void {
    this.audit.note({ action: 'auth.signed-in', outcome: 'DONE', accountId, familyId, method: 'PASSWORD', requestId });
  }

  /** Being asked for the factor is half of a sign-in, not a refusal. */
  private noteRefused(error: unknown, email: string, accountId: string | null, { requestId }: Client): void {
    if (!(error instanceof HttpProblem) || error.status >= 500 || error.code === 'auth.second-factor-required') return;
    const { code } = error;
    this.audit.note({ action: 'auth.sign-in-refused', outcome: 'REFUSED', accountId, email, code, requestId });
  }
}
