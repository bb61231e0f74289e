import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@wir/shared/kernel';
import { Transactions } from '../database/transactions';
import type { Tx } from '../database/tx';
import { loggedFault } from '../logging/fault';
import { logger } from '../logging/logger';
import { SystemSession } from './system-session';

/** What a day brings: for example "terms that ended yesterday make notices final". Must be harmless when run twice. */
export type DueJob = (tx: Tx, today: LocalDate) => Promise<void>;

interface RegisteredJob {
  readonly name: string;
  readonly order: number;
  readonly run: DueJob;
}

const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 20260302))';
const CLOCK = "SELECT platform.today() AS today, ($1::timestamptz AT TIME ZONE 'Europe/Berlin')::date AS target";
const START_DAY = "SELECT platform.set_clock(($1::date + time '00:01') AT TIME ZONE 'Europe/Berlin')";
const SET_CLOCK = 'SELECT platform.set_clock($1)';

@Injectable()
export class DueJobs {
  private readonly jobs: RegisteredJob[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly system: SystemSession,
  ) {}

  /** Lower orders run first: a notice is notified before it becomes final. */
  register(name: string, order: number, run: DueJob): void {
    this.jobs.push({ name, order, run });
    this.jobs.sort((a, b) => a.order - b.order);
  }

  /** Each job in a transaction of its own: one that fails does not hold up the others. */
  async runToday(): Promise<void> {
    for (const job of this.jobs) {
      try {
        await this.transactions.command(this.system.request(`job:${job.name}`), async (tx) => {
          await tx.query(LOCK, [job.name]);
          await job.run(tx, tx.today);
        });
      } catch (error) {
        logger.error({ job: job.name, code: codeOf(error), ...loggedFault(error) }, 'due job failed');
      }
    }
  }

  /** Demo only: moves the clock and lets every day in between happen, in order. */
  async moveClock(target: Date): Promise<void> {
    const request = this.system.request('clock');
    const start = await this.transactions.read(request, (tx) =>
      tx.queryOne<{ today: LocalDate; target: LocalDate }>(CLOCK, [target]),
    );
    if (start === null) throw new Error('The clock did not answer');
    for (let day = addDays(start.today, 1); day < start.target; day = addDays(day, 1)) {
      const date = day;
      await this.transactions.command(request, async (tx) => void (await tx.query(START_DAY, [date])));
      await this.runToday();
    }
    await this.transactions.command(request, async (tx) => void (await tx.query(SET_CLOCK, [target])));
    await this.runToday();
  }
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
