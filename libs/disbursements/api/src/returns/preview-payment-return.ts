import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReturnJudge } from '@wir/disbursements/domain';
import { Transactions, type CurrentRequest, type ReadTx, type UploadedFile } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { readReturn, type ReadReturn } from '../files/return-reader';
import type { PaymentReturnReportDto, PaymentReturnRowDto } from './payment-return.dto';
import { ReturnOrders } from './return-orders';
import { chunksOf, reportRow, ReturnTotals } from './return-totals';

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Probelauf: the same judgement on the same facts as the import, in a reading transaction that cannot write. */
@Injectable()
export class PreviewPaymentReturn {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: ReturnOrders,
  ) {}

  execute(request: CurrentRequest, upload: UploadedFile): Promise<PaymentReturnReportDto> {
    return this.transactions.read(request, (tx) => this.report(tx, upload, readReturn(upload.bytes)));
  }

  private async report(
    tx: ReadTx,
    upload: UploadedFile,
    { format, file }: ReadReturn,
  ): Promise<PaymentReturnReportDto> {
    const head = {
      id: NO_ID,
      fileName: upload.fileName,
      sha256: createHash('sha256').update(upload.bytes).digest('hex'),
      format,
      importedAt: tx.now.toISOString(),
      importedBy: tx.actor.name,
      dryRun: true,
    };
    if (!file.ok) {
      const nothing = { rejected: true, rows: [], totals: [], bookedCents: 0 };
      throw new DomainError('unprocessable', file.code, { ...head, ...nothing });
    }
    const rows: PaymentReturnRowDto[] = [];
    const totals = new ReturnTotals();
    const judge = new ReturnJudge();
    for (const chunk of chunksOf(file.rows)) {
      const known = await this.orders.numbered(
        tx,
        chunk.map(({ orderNumber }) => orderNumber),
      );
      const judged = judge.judge(chunk, known).rows;
      totals.add(judged);
      rows.push(...judged.map((row) => reportRow(row, null)));
    }
    return { ...head, rejected: false, code: null, rows, totals: totals.list, bookedCents: totals.bookedCents };
  }
}
