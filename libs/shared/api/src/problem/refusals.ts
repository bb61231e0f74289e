import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-client';
import { sentTogether } from '../database/sent-together';
import { openSession } from '../database/session';
import { logger } from '../logging/logger';
import type { CurrentRequest } from '../request/current-request';
import { objectOfPath } from '../request/object-of-path';

const NOTE_REFUSAL = 'SELECT audit.note_refusal($1::jsonb, $2)';
/** Whoever sends refused requests faster than they are written does not fill our memory; the rest is counted in the log. */
const MOST_WAITING = 500;
/** Part of a normal course: the browser asks for the factor and sends the request again. */
const NO_ATTEMPTS = new Set(['auth.step-up-required', 'idempotency.in-progress']);

interface Refusal {
  readonly token: string;
  readonly requestId: string;
  readonly event: string;
}

/** Attempts that were refused, written one after the other in transactions of their own, after the answer has left. */
@Injectable()
export class Refusals implements OnApplicationShutdown {
  private readonly waiting: Refusal[] = [];
  private writing: Promise<void> | null = null;
  private dropped = 0;

  constructor(private readonly database: Database) {}

  note(request: CurrentRequest, { status, code }: { readonly status: number; readonly code: string }): void {
    if (request.sessionToken === null || !isAttempt(request, status) || NO_ATTEMPTS.has(code)) return;
    if (this.waiting.length >= MOST_WAITING) {
      this.dropped += 1;
      return;
    }
    const event = {
      action: 'access.refused',
      ...objectOfPath(request.path),
      code,
      after: { method: request.method, path: request.path, permission: request.permission },
    };
    this.waiting.push({ token: request.sessionToken, requestId: request.requestId, event: JSON.stringify(event) });
    this.writing ??= this.write();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    for (let refusal = this.waiting.shift(); refusal; refusal = this.waiting.shift()) await this.writeOne(refusal);
    if (this.dropped > 0) logger.error({ dropped: this.dropped }, 'refusals not written to the trail');
    this.dropped = 0;
    this.writing = null;
  }

  private async writeOne({ token, requestId, event }: Refusal): Promise<void> {
    try {
      await this.database.withConnection(({ client }) =>
        sentTogether(client, () => [
          openSession(client, token),
          client.query({ ...namedQuery(NOTE_REFUSAL, []), values: [event, requestId] }),
        ]),
      );
    } catch (error) {
      logger.error(
        { requestId, errorName: error instanceof Error ? error.name : 'unknown' },
        'a refusal was not written to the trail',
      );
    }
  }
}

/** Reads count when a right was missing; of commands also what is not there, not possible now, or locked. */
function isAttempt({ method }: CurrentRequest, status: number): boolean {
  if (status === 403) return true;
  return method !== 'GET' && (status === 404 || status === 409 || status === 423);
}
