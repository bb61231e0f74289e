import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isRetentionOver, retainUntil, type RetentionState } from '@wir/records/domain';
import { DueJobs, type Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { CLOSINGS, YEARS, type ClosingRow } from './data/closings.queries';

const BEGIN = `INSERT INTO records.retention (application_id, applicant_id, state, closed_on, retention_years, retain_until) VALUES ($1, $2, 'RETENTION', $3, $4, $5)`;
const MOVE = `UPDATE records.retention SET state = $2, closed_on = $3, retention_years = $4, retain_until = $5, version = version + 1 WHERE application_id = $1`;

/**
 * The clock of retention, once a day: starts it where a case closed, moves it where the closing moved, stops it where a case is
 * open again, and says when it is over. Nothing is offered or deleted by itself.
 */
@Injectable()
export class RetentionJob implements OnModuleInit {
  private lookedOn: LocalDate | null = null;

  constructor(private readonly dueJobs: DueJobs) {}

  onModuleInit(): void {
    this.dueJobs.register('records.retention', 60, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    if (this.lookedOn === today) return;
    for (const row of await tx.query<ClosingRow>(CLOSINGS, [today])) await this.settle(tx, row, today);
    this.lookedOn = today;
  }

  private async settle(tx: Tx, row: ClosingRow, today: LocalDate): Promise<void> {
    const { closed_on: closedOn, state, known_closed_on: known } = row;
    if (closedOn === null) {
      if (state === 'RETENTION') await this.write(tx, row, 'OPEN', null);
      return;
    }
    if (state === null || state === 'OPEN' || known !== closedOn) await this.write(tx, row, 'RETENTION', closedOn);
    else if (row.retain_until !== null && isRetentionOver(row.retain_until, today))
      await this.write(tx, row, 'DUE', closedOn);
  }

  private async write(tx: Tx, row: ClosingRow, to: RetentionState, closedOn: LocalDate | null): Promise<void> {
    const years = closedOn === null ? null : await yearsAt(tx, closedOn);
    const until = closedOn === null || years === null ? null : retainUntil(closedOn, years);
    if (row.state === null) await tx.execute(BEGIN, [row.application_id, row.applicant_id, closedOn, years, until]);
    else await tx.execute(MOVE, [row.application_id, to, closedOn, years, until]);
    tx.audit({
      action: to === 'DUE' ? 'retention.due' : to === 'OPEN' ? 'retention.reopened' : 'retention.begun',
      objectType: 'RETENTION',
      objectId: row.application_id,
      applicantId: row.applicant_id,
      fromState: row.state,
      toState: to,
      after: { closedOn, retainUntil: until },
    });
  }
}

/** The parameter in force on the day the case closed. */
async function yearsAt(tx: Tx, day: LocalDate): Promise<number> {
  const row = await tx.queryOne<{ value: number }>(YEARS, [day]);
  if (row === null) throw new Error('No file_retention_years is in force');
  return row.value;
}
