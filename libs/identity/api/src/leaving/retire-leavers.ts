import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueJobs, type Tx } from '@wir/shared/api';
import { traceAccount } from '../accounts/locked-account';

const RETIRE = 'SELECT account_id, version FROM identity.retire_leavers()';
const ORDER = 5;

/** The day after the last day: the account is closed, its sign-ins end. */
@Injectable()
export class RetireLeavers implements OnModuleInit {
  constructor(private readonly dueJobs: DueJobs) {}

  onModuleInit(): void {
    this.dueJobs.register('identity.leavers', ORDER, (tx) => this.run(tx));
  }

  private async run(tx: Tx): Promise<void> {
    const rows = await tx.query<{ account_id: string; version: number }>(RETIRE);
    for (const row of rows)
      traceAccount(tx, row.account_id, { action: 'account.left', objectVersion: row.version, toState: 'LEFT' });
  }
}
