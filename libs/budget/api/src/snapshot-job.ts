import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueJobs, type Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

/** Nothing is written twice: the function knows its last month. */
const TAKE =
  "SELECT budget.take_snapshot(date_trunc('month', $1::date)::timestamp AT TIME ZONE 'Europe/Berlin') AS written";

/** The balances at the beginning of the month, so that looking back never reads the whole ledger. */
@Injectable()
export class SnapshotJob implements OnModuleInit {
  private takenFor: string | null = null;

  constructor(private readonly dueJobs: DueJobs) {}

  onModuleInit(): void {
    this.dueJobs.register('budget.snapshot', 95, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    const month = today.slice(0, 7);
    if (this.takenFor === month) return;
    await tx.query(TAKE, [today]);
    this.takenFor = month;
  }
}
