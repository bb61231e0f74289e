import { Injectable } from '@nestjs/common';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import type { Answer, CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { PaymentRunDto } from '../dto/payment.dto';
import { ExportSteps } from '../runs/export-steps';
import { ReleaseRun } from '../runs/release-run';
import { runHead } from '../runs/run-content';

/** Freigabe: another person than the one who froze the run lets it go. */
@Injectable()
export class ExportPaymentRun {
  constructor(
    private readonly release: ReleaseRun,
    private readonly steps: ExportSteps,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<PaymentRunDto>> {
    return this.steps.run(request, async (tx) => {
      const run = await runHead(tx, id);
      if (run.state !== 'FROZEN') throw new DomainError('conflict', 'payment-run.not-frozen');
      assertDifferentPersons('payment-run.same-person', withRepresented(tx.actor.personId, tx.deputyFor), [
        run.created_by_person_id,
        run.created_for_person_id,
      ]);
      await this.release.execute(tx, id);
      return id;
    });
  }
}
