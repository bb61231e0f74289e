import { Injectable } from '@nestjs/common';
import { failPoint, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { PaymentRunQueries } from '../data/payment-run.queries';
import type { PaymentRunDto } from '../dto/payment.dto';
import type { RunFile } from '../files/run-files';
import { FinishExport } from './finish-export';

/** A run that is EXPORTING, and its files as they were just made. */
export interface BegunExport {
  readonly id: string;
  readonly files: readonly RunFile[];
}

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

  async run(request: CurrentRequest, begin: (tx: Tx) => Promise<BegunExport>): Promise<Answer<PaymentRunDto>> {
    let made: readonly RunFile[] = [];
    const begun = await this.transactions.prepare(request, 'exporting', async (tx) => {
      const { id, files } = await begin(tx);
      made = files;
      failPoint('payment-run.before-commit');
      return { id };
    });
    const { id } = begun.value;
    failPoint('payment-run.after-exporting');
    await this.transactions.read(request, (tx) => this.finish.storeFiles(tx, id, made));
    const answer = await this.transactions.command(request, async (tx) => {
      await this.finish.execute(tx, id);
      return this.runs.one(tx, id);
    });
    failPoint('payment-run.after-commit');
    return answer;
  }
}
