import { Injectable } from '@nestjs/common';
import { HttpProblem } from '@wir/shared/api';
import { Passwords } from '../passwords/passwords';
import type { SignInDto } from './sign-in.dto';
import { SessionFunctions, type StartedSession } from './session-functions';
import { UnknownAccounts } from './unknown-accounts';

/** Checks the password and starts a session. Wrong password, unknown and closed account look and last the same. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sessions: SessionFunctions,
    private readonly passwords: Passwords,
    private readonly unknownAccounts: UnknownAccounts,
  ) {}

  async execute({ email, password }: SignInDto, kind: 'browser' | 'program'): Promise<StartedSession> {
    const account = await this.sessions.findLogin(email);
    refuseWhileLocked(account ? account.locked_until : this.unknownAccounts.lockedUntil(email));

    const isRight = await this.passwords.matches(password, account?.active ? account.password_hash : null);
    if (!isRight || !account) {
      await this.sessions.noteFailure(email);
      if (!account) this.unknownAccounts.noteFailure(email);
      throw wrongCredentials();
    }
    await this.sessions.noteSuccess(account.account_id);
    const started = await this.sessions.start(account.account_id, kind);
    if (!started) throw wrongCredentials();
    return started;
  }
}

/** Five tries are free; then the pause doubles from a second to a quarter of an hour (kept in PostgreSQL, for all processes). */
function refuseWhileLocked(lockedUntil: Date | null): void {
  const seconds = lockedUntil === null ? 0 : Math.ceil((lockedUntil.getTime() - Date.now()) / 1000);
  if (seconds > 0)
    throw new HttpProblem(429, 'auth.throttled', { retryAfterSeconds: seconds }, { 'Retry-After': String(seconds) });
}

function wrongCredentials(): HttpProblem {
  return new HttpProblem(401, 'auth.invalid-credentials');
}
