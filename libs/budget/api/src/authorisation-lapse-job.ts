import { Injectable, type OnModuleInit } from '@nestjs/common';
import { planAuthorisationLapse } from '@wir/budget/domain';
import { DueJobs, type Tx } from '@wir/shared/api';
import { cents, fiscalYear, fiscalYearOf, type LocalDate } from '@wir/shared/kernel';
import { bookingsOf, LedgerPosting } from './ledger-posting';

const LEFT = `
SELECT a.programme_id, a.budget_year, a.due_year, CASE WHEN l.is_main THEN NULL ELSE a.line_id END AS line_id, a.balance_cents
FROM budget.account a JOIN budget.line l ON l.id = a.line_id WHERE a.kind = 've_free' AND a.balance_cents > 0 AND a.budget_year < $1`;

interface LeftRow {
  readonly programme_id: string;
  readonly budget_year: number;
  readonly due_year: number;
  readonly line_id: string | null;
  readonly balance_cents: number;
}

/** An authorisation is for the year of its budget: what nobody used until 31 December lapses (§ 45 Abs. 1 LHO). */
@Injectable()
export class AuthorisationLapseJob implements OnModuleInit {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly ledger: LedgerPosting,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('budget.authorisation-lapse', 15, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: LocalDate): Promise<void> {
    const rows = await tx.query<LeftRow>(LEFT, [fiscalYearOf(today)]);
    for (const programmeId of new Set(rows.map((row) => row.programme_id))) {
      const left = rows.filter((row) => row.programme_id === programmeId);
      const transfers = planAuthorisationLapse(
        left.map((row) => ({
          year: fiscalYear(row.budget_year),
          dueYear: fiscalYear(row.due_year),
          lineId: row.line_id,
          amountCents: cents(row.balance_cents),
        })),
      );
      await this.ledger.post(tx, {
        programmeId,
        commandKey: null,
        bookings: bookingsOf(transfers, { reason: 'Nicht in Anspruch genommene VE verfällt am 31. Dezember' }),
      });
      tx.audit({
        action: 'budget.authorisations-lapsed',
        objectType: 'LEDGER',
        objectId: today,
        after: { count: transfers.length, sumCents: left.reduce((sum, row) => sum + row.balance_cents, 0) },
      });
    }
  }
}
