import { Injectable } from '@nestjs/common';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import type { PaymentRunDto } from '../dto/payment.dto';
import { ExportSteps } from '../runs/export-steps';
import { ReleaseRun } from '../runs/release-run';
import { runHead } from '../runs/run-content';

/** Freigabe: another person than the one who froze the run lets it go. */
@Injectable()
export class ExportPaymentRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly release: ReleaseRun,
    private readonly steps: ExportSteps,
  ) {}

  async execute(request: CurrentRequest, id: string): Promise<Answer<PaymentRunDto>> {
    const prepared = await this.transactions.read(request, async (tx) => {
      await assertAnotherPerson(tx, id);
      return this.release.prepare(tx, id);
    });
    return this.steps.run(request, async (tx) => {
      await assertAnotherPerson(tx, id);
      return { id, files: await this.release.execute(tx, id, prepared) };
    });
  }
}

async function assertAnotherPerson(tx: ReadTx, id: string): Promise<void> {
  const run = await runHead(tx, id);
  const acting = withRepresented(tx.actor.personId, tx.deputyFor);
  assertDifferentPersons('payment-run.same-person', acting, [run.created_by_person_id, run.created_for_person_id]);
}
