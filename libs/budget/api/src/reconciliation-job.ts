import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueJobs, logger, type Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { ReconciliationQueries } from './data/reconciliation.queries';

const RECORDED =
  "SELECT 1 AS found FROM audit.event WHERE object_type = 'LEDGER' AND object_id = $1 AND action = 'budget.does-not-reconcile' LIMIT 1";

/** Once a day the ledger is compared with the cases; only a difference leaves a trace. */
@Injectable()
export class ReconciliationJob implements OnModuleInit {
  private checkedOn: LocalDate | null = null;

  constructor(
    private readonly dueJobs: DueJobs,
    private readonly reconciliation: ReconciliationQueries,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('budget.reconciliation', 90, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    if (this.checkedOn === today) return;
    const findings = await this.reconciliation.findings(tx);
    this.checkedOn = today;
    if (findings.length === 0) return;
    logger.error(
      { findings: findings.length, checks: [...new Set(findings.map(({ check }) => check))] },
      'the ledger does not reconcile',
    );
    // Another process may have found the same today.
    if ((await tx.queryOne(RECORDED, [today])) !== null) return;
    tx.audit({
      action: 'budget.does-not-reconcile',
      objectType: 'LEDGER',
      objectId: today,
      after: { findings: findings.slice(0, 100) },
    });
  }
}
