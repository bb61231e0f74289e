import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { HttpProblem } from '@wir/shared/api';

/** Argon2id is the default algorithm of the library. */
const OPTIONS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 4;
const MAX_WAITING = 50;

/** Argon2id with 64 MiB each, so at most four at once: sign-ins must not exhaust the machine. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), OPTIONS));
  }

  /** Takes as long for an unknown account as for a known one. */
  matches(password: string, passwordHash: string | null): Promise<boolean> {
    return this.inTurn(async () => {
      const isRight = await verify(passwordHash ?? (await this.dummyHash()), password.normalize('NFKC'));
      return isRight && passwordHash !== null;
    });
  }

  private dummyHash(): Promise<string> {
    this.dummy ??= hash(`nobody-${Math.random()}`, OPTIONS);
    return this.dummy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
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
}
