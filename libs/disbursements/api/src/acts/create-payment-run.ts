import { Injectable } from '@nestjs/common';
import { failPoint, Settings, Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { PaymentRunQueries } from '../data/payment-run.queries';
import type { CreatePaymentRunDto, PaymentRunDto } from '../dto/payment.dto';
import { ExportSteps } from '../runs/export-steps';
import { FreezeRun } from '../runs/freeze-run';
import { ReleaseRun } from '../runs/release-run';

/** Freezes orders into a run; exports it in the same call where this environment leaves that to one person. */
@Injectable()
export class CreatePaymentRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly freeze: FreezeRun,
    private readonly release: ReleaseRun,
    private readonly steps: ExportSteps,
    private readonly runs: PaymentRunQueries,
  ) {}

  execute(request: CurrentRequest, body: CreatePaymentRunDto): Promise<Answer<PaymentRunDto>> {
    const freezesOnly = body.freezeOnly === true || this.settings.paymentRunRelease === 'second-person';
    if (!freezesOnly) return this.inOneStep(request, body);
    return this.transactions.command(request, async (tx) => {
      const { id } = await this.freeze.execute(tx, body, 'SECOND_PERSON');
      const frozen = await this.runs.one(tx, id);
      failPoint('payment-run.before-commit');
      return frozen;
    });
  }

  private inOneStep(request: CurrentRequest, body: CreatePaymentRunDto): Promise<Answer<PaymentRunDto>> {
    return this.steps.run(request, async (tx) => {
      const { id } = await this.freeze.execute(tx, body, 'ONE_STEP');
      return { id, files: await this.release.execute(tx, id) };
    });
  }
}
