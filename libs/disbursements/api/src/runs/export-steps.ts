import { Injectable } from '@nestjs/common';
import { failPoint, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { PaymentRunQueries } from '../data/payment-run.queries';
import type { PaymentRunDto } from '../dto/payment.dto';
import { FinishExport } from './finish-export';

/**
 * The two transactions of an export with the files between them: `begin` commits the run as EXPORTING under a key derived
 * from the client's, then the files are written, then one transaction under the client's key appends to the register and
 * makes it EXPORTED. A repetition with the same key walks the same way and finds what is done.
 */
@Injectable()
export class ExportSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly finish: FinishExport,
    private readonly runs: PaymentRunQueries,
  ) {}

  async run(request: CurrentRequest, begin: (tx: Tx) => Promise<string>): Promise<Answer<PaymentRunDto>> {
    const begun = await this.transactions.prepare(request, 'exporting', async (tx) => {
      const id = await begin(tx);
      failPoint('payment-run.before-commit');
      return { id };
    });
    const { id } = begun.value;
    failPoint('payment-run.after-exporting');
    await this.transactions.read(request, (tx) => this.finish.storeFiles(tx, id));
    const answer = await this.transactions.command(request, async (tx) => {
      await this.finish.execute(tx, id);
      return this.runs.one(tx, id);
    });
    failPoint('payment-run.after-commit');
    return answer;
  }
}
