import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { logger } from '@wir/shared/api';
import { Gate } from '../gate/gate';

export type SignInAction =
  | 'auth.signed-in'
  | 'auth.signed-out'
  | 'auth.sign-in-refused'
  | 'auth.step-up-refused'
  | 'auth.refresh-reused'
  | 'auth.link-used'
  | 'auth.reset-requested';

export interface SignInEvent {
  readonly action: SignInAction;
  readonly outcome: 'DONE' | 'REFUSED';
  readonly accountId: string | null;
  /** Of an attempt that names no account: stored as SHA-256 only. */
  readonly email?: string;
  readonly familyId?: string | null;
  /** Of the refusal. */
  readonly code?: string;
  readonly method?: 'PASSWORD' | 'PASSKEY' | 'OIDC';
  readonly requestId: string;
}

const NOTE = 'SELECT audit.note_sign_in($1, $2::jsonb, $3)';
const MOST_WAITING = 500;

/** What happens at the door, written to the trail one after the other; the answer does not wait for it. */
@Injectable()
export class SignInAudit implements OnApplicationShutdown {
  private readonly waiting: SignInEvent[] = [];
  private writing: Promise<void> | null = null;
  private dropped = 0;

  constructor(private readonly gate: Gate) {}

  note(event: SignInEvent): void {
    // Guessing faster than we write must not fill the memory; the throttle keeps it from happening.
    if (event.outcome === 'REFUSED' && this.waiting.length >= MOST_WAITING) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(event);
    this.writing ??= this.write();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    for (let event = this.waiting.shift(); event; event = this.waiting.shift()) await this.writeOne(event);
    if (this.dropped > 0) logger.error({ dropped: this.dropped }, 'sign-in attempts not written to the trail');
    this.dropped = 0;
    this.writing = null;
  }

  private async writeOne({ email, requestId, method, ...event }: SignInEvent): Promise<void> {
    const attempt = {
      ...event,
      ...(event.accountId === null && email !== undefined ? { objectId: hashOf(email) } : {}),
      ...(method === undefined ? {} : { after: { method } }),
    };
    try {
      await this.gate.query(NOTE, [JSON.stringify(attempt), requestId]);
    } catch (error) {
      const errorName = error instanceof Error ? error.name : 'unknown';
      logger.error({ requestId, action: event.action, errorName }, 'a sign-in was not written to the trail');
    }
  }
}

function hashOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex');
}
