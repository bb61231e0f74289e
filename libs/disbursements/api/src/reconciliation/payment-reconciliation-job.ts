import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueJobs, logger, type Tx } from '@wir/shared/api';
import { openDiscrepancies, type NewDiscrepancy } from '../discrepancies/open-discrepancy';
import { settleDiscrepancies } from '../discrepancies/settle-discrepancies';
import type { PaymentDifferenceDto } from './payment-reconciliation.dto';
import { PaymentReconciliationQueries } from './payment-reconciliation.queries';

const DONE_TODAY = 'SELECT 1 AS done FROM disbursements.payment_reconciliation WHERE checked_on = $1';
const OPEN_NUMBERS = `
SELECT DISTINCT order_number FROM disbursements.payment_discrepancy WHERE kind = 'RECONCILIATION' AND state IN ('OPEN', 'ASSIGNED')`;
const WAIVED = `
SELECT order_number, detail FROM disbursements.payment_discrepancy WHERE kind = 'RECONCILIATION' AND state = 'WAIVED'`;
const STORE = `
INSERT INTO disbursements.payment_reconciliation (ok, legs, difference_count, differences, open_items) VALUES ($1, $2::jsonb, $3, $4::jsonb, $5::jsonb)`;

/**
 * Every night the payments are compared four ways; the result is kept, also when nothing differs. A difference becomes a
 * discrepancy once; one that is gone settles its discrepancy, one that was waived stays so while its figures stay.
 */
@Injectable()
export class PaymentReconciliationJob implements OnModuleInit {
  constructor(
    private readonly dueJobs: DueJobs,
    private readonly reconciliation: PaymentReconciliationQueries,
  ) {}

  onModuleInit(): void {
    this.dueJobs.register('disbursements.reconciliation', 95, (tx, today) => this.run(tx, today));
  }

  async run(tx: Tx, today: string): Promise<void> {
    if ((await tx.queryOne(DONE_TODAY, [today])) !== null) return;
    const { ok, legs, differences, differenceCount } = await this.reconciliation.now(tx);
    const found = differences.map(discrepancyOf);
    await this.settleWhatIsGone(tx, found, differenceCount > differences.length);
    const waived = await tx.query<{ order_number: string; detail: string }>(WAIVED);
    const accepted = new Set(waived.map(({ order_number, detail }) => `${order_number}\n${detail}`));
    await openDiscrepancies(
      tx,
      found.filter(({ orderNumber, detail }) => !accepted.has(`${orderNumber}\n${detail}`)),
    );
    // What is open is counted after this night's findings.
    const { open } = await this.reconciliation.now(tx);
    await tx.execute(STORE, [
      ok,
      JSON.stringify(legs),
      differenceCount,
      JSON.stringify(differences),
      JSON.stringify(open),
    ]);
    tx.audit({
      action: ok ? 'payment-reconciliation.agreed' : 'payment-reconciliation.differed',
      objectType: 'PAYMENT_RECONCILIATION',
      objectId: today,
      after: { differenceCount, legs, orderNumbers: found.slice(0, 100).map(({ orderNumber }) => orderNumber) },
    });
    if (!ok) logger.error({ differences: differenceCount }, 'the payments do not reconcile');
  }

  /** When not all differences are named, nothing is known about those that are not. */
  private async settleWhatIsGone(tx: Tx, found: readonly NewDiscrepancy[], isCutOff: boolean): Promise<void> {
    if (isCutOff) return;
    const still = new Set(found.map(({ orderNumber }) => orderNumber));
    const open = await tx.query<{ order_number: string }>(OPEN_NUMBERS);
    const gone = open.map(({ order_number: number }) => number).filter((number) => !still.has(number));
    await settleDiscrepancies(tx, gone, ['RECONCILIATION'], 'Beim nächtlichen Abgleich nicht mehr vorhanden.');
  }
}

function discrepancyOf(difference: PaymentDifferenceDto): NewDiscrepancy {
  const { orderNumber, what, applicationCents, ledgerCents, exportedCents, returnedCents } = difference;
  const legs = [
    ['Akte', applicationCents],
    ['Kontobuch', ledgerCents],
    ['Zahlungslauf', exportedCents],
    ['Rückmeldung', returnedCents],
  ] as const;
  const odd = legs.find(([, cents]) => cents !== applicationCents);
  return {
    kind: 'RECONCILIATION',
    orderNumber,
    expectedCents: applicationCents,
    actualCents: odd?.[1] ?? null,
    detail: `${what}: ${legs.map(([name, cents]) => `${name} ${euro(cents)}`).join(', ')}`,
  };
}

function euro(cents: number): string {
  const whole = Math.trunc(cents / 100).toLocaleString('de-DE');
  return `${whole},${String(Math.abs(cents % 100)).padStart(2, '0')} €`;
}
