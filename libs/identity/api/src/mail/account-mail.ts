import { Injectable } from '@nestjs/common';
import { ACCOUNT_NOTICES, MAIL_JOB, MAIL_QUEUE, type AccountNotice, type LinkPurpose } from '@wir/identity/domain';
import { SystemSession, type Tx } from '@wir/shared/api';

const ENQUEUE_LINK = 'SELECT notifications.enqueue_link($1, $2, $3)';
const ENQUEUE_NOTICE = 'SELECT notifications.enqueue_notice($1, $2, $3, $4, $5, $6)';

/** Mail to the holder of an account; it leaves after the commit, and only then. */
@Injectable()
export class AccountMail {
  constructor(private readonly system: SystemSession) {}

  /** A link that works once and for a day. Its token is made when the mail is written, so that no table holds it. */
  async link(tx: Tx, accountId: string, purpose: LinkPurpose): Promise<void> {
    await tx.query(ENQUEUE_LINK, [this.system.token(), accountId, purpose]);
    tx.enqueue(MAIL_QUEUE, {}, MAIL_JOB);
  }

  /** Tells that something was changed. `email`: another address than the account's, as the former one. */
  async notice(tx: Tx, notice: AccountNotice, accountId: string, email: string | null = null): Promise<void> {
    const key = `${notice}:${accountId}:${tx.requestId}:${email === null ? 'own' : 'former'}`;
    const subject = 'Ihr Zugang zum WIR-Förderportal';
    await tx.query(ENQUEUE_NOTICE, [this.system.token(), key, accountId, email, subject, ACCOUNT_NOTICES[notice]]);
    tx.enqueue(MAIL_QUEUE, {}, MAIL_JOB);
  }
}
