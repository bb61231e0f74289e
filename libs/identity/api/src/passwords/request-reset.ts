import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { logger, SystemSession, Transactions } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import { AccountMail } from '../mail/account-mail';
import type { Client } from '../sign-in/client';
import { SignInAudit } from '../sign-in/sign-in-audit';

const REQUEST = 'SELECT identity.request_reset($1, $2, $3) AS account_id';

/** Answered before anything is looked up, so that the answer cannot tell whether the address is known. */
@Injectable()
export class RequestReset implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly gate: Gate,
    private readonly audit: SignInAudit,
    private readonly mail: AccountMail,
    private readonly transactions: Transactions,
    private readonly system: SystemSession,
  ) {}

  execute(email: string, client: Client): void {
    const work = this.run(email, client).catch((error: unknown) => {
      const errorName = error instanceof Error ? error.name : 'unknown';
      logger.error({ requestId: client.requestId, errorName }, 'a reset was not carried out');
    });
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async run(email: string, { address, requestId }: Client): Promise<void> {
    const row = await this.gate.queryOne<{ account_id: string | null }>(REQUEST, [email, address]);
    const accountId = row?.account_id ?? null;
    if (accountId !== null)
      await this.transactions.command(this.system.request('reset'), (tx) => this.mail.link(tx, accountId, 'RESET'));
    const outcome = accountId === null ? 'REFUSED' : 'DONE';
    this.audit.note({ action: 'auth.reset-requested', outcome, accountId, email, requestId });
  }
}
