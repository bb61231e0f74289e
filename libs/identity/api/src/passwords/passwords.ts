import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpProblem, Keys } from '@wir/shared/api';
import { isOutdated, matchesHash, pepperedHash } from './peppered-hash';

const AT_ONCE = 4;
const MAX_WAITING = 50;

/** Argon2id with 64 MiB each, so at most four at once: sign-ins must not exhaust the machine. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | null = null;

  constructor(private readonly keys: Keys) {}

  hash(password: string): Promise<string> {
    return this.inTurn(() => this.hashNow(password));
  }

  /** To be called within `inTurn`. */
  hashNow(password: string): Promise<string> {
    return pepperedHash(password, this.keys.pepper);
  }

  /** To be called within `inTurn`. Takes as long for an unknown account as for a known one. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const isRight = await matchesHash(password, passwordHash ?? (await this.dummyHash()), this.keys.pepper);
    return isRight && passwordHash !== null;
  }

  /** Made with older parameters, with an older pepper or without one. */
  isOutdated(passwordHash: string): boolean {
    return isOutdated(passwordHash, this.keys.pepper);
  }

  /** One of four places; whoever finds fifty waiting is told to come back. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MAX_WAITING) throw new HttpProblem(503, 'platform.busy', {}, { 'Retry-After': '2' });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private dummyHash(): Promise<string> {
    this.dummy ??= pepperedHash(randomBytes(16).toString('hex'), this.keys.pepper);
    return this.dummy;
  }
}
