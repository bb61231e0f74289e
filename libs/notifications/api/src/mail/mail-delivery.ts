import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MAIL_JOB, MAIL_QUEUE, type LinkPurpose } from '@wir/identity/domain';
import { accountMail, linkMail, newsMail, type MailText } from '@wir/notifications/domain';
import {
  DueJobs,
  Jobs,
  logger,
  Settings,
  SystemSession,
  Transactions,
  type CurrentRequest,
  type Tx,
} from '@wir/shared/api';
import { MailTransport, UnsafeMailError } from './mail';

interface ClaimedRow {
  readonly id: string;
  readonly account_id: string;
  readonly email: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly link_purpose: LinkPurpose | null;
  readonly requested_by: string | null;
  readonly is_about_account: boolean;
}

const CLAIM =
  'SELECT id, account_id, email, name, subject, body, link_purpose, requested_by, is_about_account FROM notifications.claim_mail($1)';
const NOTE = 'SELECT notifications.note_mail($1::uuid[], $2)';
const WITHDRAW = 'SELECT notifications.withdraw_mail($1::uuid[])';
const CREATE_LINK = 'SELECT identity.create_link($1, $2, $3, $4, $5) AS expires_at';
const WAITS = 'SELECT notifications.has_mail_to_send() AS waits';

const BATCH = 100;
const MAX_BATCHES = 50;
const LAST = 90;

/**
 * Empties the outbox. A mail is claimed, written, noted: between two of these steps a process may die, then it comes again
 * under the same id. Nothing is sent while a transaction is open.
 */
@Injectable()
export class MailDelivery implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dueJobs: DueJobs,
    private readonly transactions: Transactions,
    private readonly transport: MailTransport,
    private readonly system: SystemSession,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.work(MAIL_QUEUE, (_data, request) => this.deliver(request));
    this.dueJobs.register('notifications.mail', LAST, (tx) => this.wake(tx));
  }

  async deliver(request: CurrentRequest): Promise<void> {
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const { value: rows } = await this.transactions.command(request, (tx) => tx.query<ClaimedRow>(CLAIM, [BATCH]));
      for (const group of groupsOf(rows)) await this.sendOrLeave(request, group);
      if (rows.length < BATCH) return;
    }
  }

  /** Once a minute: what could not be sent is tried again, and what was put in without a job is found. */
  private async wake(tx: Tx): Promise<void> {
    const row = await tx.queryOne<{ waits: boolean }>(WAITS);
    if (row?.waits) tx.enqueue(MAIL_QUEUE, {}, MAIL_JOB);
  }

  /** One receiver's failure does not hold up the others; the outbox knows when to try again. */
  private async sendOrLeave(request: CurrentRequest, group: readonly [ClaimedRow, ...ClaimedRow[]]): Promise<void> {
    const [first] = group;
    const ids = group.map(({ id }) => id);
    try {
      const text = await this.textOf(request, first);
      if (text === null) return await this.close(request, WITHDRAW, [ids]);
      await this.transport.send({ id: first.id, to: { name: first.name, address: first.email }, ...text });
      await this.close(request, NOTE, [ids, first.id]);
    } catch (error) {
      const errorName = error instanceof Error ? error.name : 'unknown';
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
      logger.error({ mailId: first.id, errorName, code }, 'mail not sent');
      if (error instanceof UnsafeMailError) await this.close(request, WITHDRAW, [ids]);
    }
  }

  /** Null when there is no longer anything to say, as to somebody who was locked meanwhile. */
  private async textOf(request: CurrentRequest, row: ClaimedRow): Promise<MailText | null> {
    const { origin } = this.settings;
    if (row.link_purpose !== null) {
      const token = await this.freshLink(request, row, row.link_purpose);
      return token === null ? null : linkMail(row.name, row.link_purpose, token, origin);
    }
    return row.is_about_account ? accountMail(row.name, row.body, origin) : newsMail(row.name, origin);
  }

  /** 256 bits that exist in this mail only; stored is the hash, and older links of the account stop working. */
  private async freshLink(request: CurrentRequest, row: ClaimedRow, purpose: LinkPurpose): Promise<string | null> {
    const token = randomBytes(32).toString('base64url');
    const values = [this.system.token(), row.account_id, purpose, token, row.requested_by];
    const { value } = await this.transactions.command(request, (tx) =>
      tx.queryOne<{ expires_at: Date | null }>(CREATE_LINK, values),
    );
    return value?.expires_at ? token : null;
  }

  private async close(request: CurrentRequest, sql: string, values: readonly unknown[]): Promise<void> {
    await this.transactions.command(request, async (tx) => void (await tx.query(sql, values)));
  }
}

/** Several news for one person leave as one mail; links and notices about an account each by itself. */
export function groupsOf<Row extends Pick<ClaimedRow, 'account_id' | 'link_purpose' | 'is_about_account'>>(
  rows: readonly Row[],
): [Row, ...Row[]][] {
  const groups: [Row, ...Row[]][] = [];
  const news = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const open = news.get(row.account_id);
    const isNews = row.link_purpose === null && !row.is_about_account;
    if (isNews && open !== undefined) {
      open.push(row);
      continue;
    }
    const group: [Row, ...Row[]] = [row];
    groups.push(group);
    if (isNews) news.set(row.account_id, group);
  }
  return groups;
}
