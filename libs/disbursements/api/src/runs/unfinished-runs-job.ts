import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DueJobs, loggedFault, logger, Settings, SystemSession, Transactions } from '@wir/shared/api';
import { FinishExport } from './finish-export';

const UNFINISHED = "SELECT id FROM disbursements.payment_run WHERE state = 'EXPORTING' ORDER BY run_number";
const JOB = 'disbursements.unfinished-runs';

/** Finishes at the start and each minute what a crash left between release and export, also when no client asks again. */
@Injectable()
export class UnfinishedRunsJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly transactions: Transactions,
    private readonly system: SystemSession,
    private readonly settings: Settings,
    private readonly finish: FinishExport,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register(JOB, 30, async (tx) => {
      for (const { id } of await tx.query<{ id: string }>(UNFINISHED)) {
        await this.finish.storeFiles(tx, id);
        await this.finish.execute(tx, id);
      }
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.runsJobs || !this.system.isConfigured) return;
    void this.finishAll().catch((error: unknown) =>
      logger.error({ job: JOB, ...loggedFault(error) }, 'due job failed'),
    );
  }

  /** Each run by itself: one that cannot be finished does not hold up the others. */
  private async finishAll(): Promise<void> {
    const request = this.system.request(`job:${JOB}`);
    const runs = await this.transactions.read(request, (tx) => tx.query<{ id: string }>(UNFINISHED));
    for (const { id } of runs) {
      await this.transactions.read(request, (tx) => this.finish.storeFiles(tx, id));
      await this.transactions.command(request, (tx) => this.finish.execute(tx, id));
    }
  }
}
