import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpProblem, Settings } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import { throttled } from '../sign-in/refusals';
import { Passwords } from './passwords';

export interface CheckedPassword {
  readonly isRight: boolean;
  /** Of whom it would be; for the trail, never for the answer. */
  readonly accountId: string | null;
  readonly hasFactor: boolean;
}

interface GuessRow {
  readonly guessed_at: string | null;
  readonly wait_seconds: number;
  readonly stopped: boolean;
  readonly account_id: string | null;
  readonly password_hash: string | null;
  readonly has_factor: boolean;
}

const BEGIN =
  'SELECT guessed_at::text, wait_seconds, stopped, account_id, password_hash, has_factor FROM identity.begin_guess($1, $2, $3, $4)';
const SETTLE = 'SELECT identity.settle_guess($1, $2, $3, $4, $5::timestamptz, $6)';
const REPLACE_HASH = 'SELECT identity.replace_password_hash($1, $2, $3, $4)';
const MOST_IN_LINE = 50;

/**
 * Checks passwords under the throttle in PostgreSQL. A guess is counted before it is checked; guesses at one account
 * wait for each other, so that somebody who signs in twice at once does not count as guessing.
 */
@Injectable()
export class PasswordCheck {
  private readonly lines = new Map<string, { last: Promise<unknown>; length: number }>();

  constructor(
    private readonly gate: Gate,
    private readonly passwords: Passwords,
    private readonly settings: Settings,
  ) {}

  /** Wrong password and unknown account look and last the same. Refuses with 429. */
  check(email: string, password: string, address: string): Promise<CheckedPassword> {
    return this.inLine(lineOf(email), () => this.passwords.inTurn(() => this.checkNow(email, password, address)));
  }

  private async checkNow(email: string, password: string, address: string): Promise<CheckedPassword> {
    const { addressFailuresPerMinute: limit } = this.settings;
    const guess = await this.gate.queryOne<GuessRow>(BEGIN, [email, address, limit]);
    if (guess === null) throw new Error('The throttle did not answer');
    if (guess.guessed_at === null) throw throttled(guess.wait_seconds, guess.stopped);
    const isRight = await this.passwords.matches(password, guess.password_hash);
    await this.gate.query(SETTLE, [email, address, limit, guess.guessed_at, isRight]);
    if (isRight && guess.account_id !== null && guess.password_hash !== null)
      await this.renewHash(guess.account_id, password, guess.password_hash);
    return { isRight, accountId: guess.account_id, hasFactor: guess.has_factor };
  }

  /** The only moment at which the password is known. Called in turn already, so it takes no place of its own. */
  private async renewHash(accountId: string, password: string, stored: string): Promise<void> {
    if (!this.passwords.isOutdated(stored)) return;
    await this.gate.query(REPLACE_HASH, [accountId, stored, await this.passwords.hashNow(password)]);
  }

  private async inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= MOST_IN_LINE) throw new HttpProblem(503, 'platform.busy', {}, { 'Retry-After': '2' });
    this.lines.set(key, line);
    line.length += 1;
    const mine = line.last.then(work);
    line.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(key);
    }
  }
}

function lineOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}
