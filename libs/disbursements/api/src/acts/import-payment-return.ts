import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReturnJudge, type ReturnRow } from '@wir/disbursements/domain';
import { FileStore } from '@wir/documents/api';
import { Answer, failPoint, Transactions, type CurrentRequest, type Tx, type UploadedFile } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { PaymentReturnQueries } from '../data/payment-return.queries';
import { readReturn, type ReadReturn } from '../files/return-reader';
import { BookReturnRows } from '../returns/book-return-rows';
import type { PaymentReturnReportDto } from '../returns/payment-return.dto';
import { ReturnOrders } from '../returns/return-orders';
import { chunksOf, ReturnTotals } from '../returns/return-totals';

const INSERT = `
INSERT INTO disbursements.payment_return (id, programme_id, file_name, sha256, rejected, code, rows, booked_cents, format, totals)
VALUES ($1, coalesce($2::uuid, (SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1)), $3, $4, $5, $6, '[]', $7, $8, $9::jsonb)`;

interface Booked {
  readonly programmeId: string | null;
  readonly rowCount: number;
  readonly totals: ReturnTotals;
}

/** The cash office's answer: ordered → paid, or back to committed. Good rows count, bad ones are reported, a bad file counts nothing. */
@Injectable()
export class ImportPaymentReturn {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: ReturnOrders,
    private readonly rows: BookReturnRows,
    private readonly returns: PaymentReturnQueries,
    private readonly files: FileStore,
  ) {}

  async execute(request: CurrentRequest, upload: UploadedFile): Promise<Answer<PaymentReturnReportDto>> {
    const read = readReturn(upload.bytes);
    const answer = await this.transactions.command(request, async (tx) => {
      const id = randomUUID();
      const booked = await this.book(tx, id, request.idempotencyKey, read.file.ok ? read.file.rows : []);
      await this.record(tx, { id, upload, read, booked });
      const report = await this.returns.one(tx, id);
      failPoint('import.before-commit');
      return report;
    });
    failPoint('import.after-commit');
    // The refused file is kept on record too; therefore the refusal comes after the commit.
    if (answer.value.rejected)
      throw new DomainError('unprocessable', answer.value.code ?? 'payment-return.unreadable', { ...answer.value });
    return answer;
  }

  /** All orders of the file are locked first; then piece by piece, so that a big file needs no more memory than a small one. */
  private async book(tx: Tx, returnId: string, commandKey: string | null, rows: readonly ReturnRow[]): Promise<Booked> {
    const totals = new ReturnTotals();
    const judge = new ReturnJudge();
    let programmeId: string | null = null;
    await this.orders.lock(tx, numbersOf(rows));
    for (const [number, chunk] of chunksOf(rows).entries()) {
      const orders = await this.orders.numbered(tx, numbersOf(chunk));
      const judgement = judge.judge(chunk, orders);
      await this.rows.book(tx, { returnId, commandKey, number, judgement, orders });
      totals.add(judgement.rows);
      programmeId ??= orders[0]?.programmeId ?? null;
    }
    return { programmeId, rowCount: rows.length, totals };
  }

  private async record(
    tx: Tx,
    {
      id,
      upload,
      read,
      booked,
    }: { readonly id: string; readonly upload: UploadedFile; readonly read: ReadReturn; readonly booked: Booked },
  ): Promise<void> {
    const { sha256 } = await this.files.put(upload.bytes);
    const code = read.file.ok ? null : read.file.code;
    const { list, bookedCents } = booked.totals;
    await tx.execute(INSERT, [
      id,
      booked.programmeId,
      upload.fileName,
      sha256,
      code !== null,
      code,
      bookedCents,
      read.format,
      JSON.stringify(list),
    ]);
    tx.audit({
      action: code === null ? 'payment-return.imported' : 'payment-return.rejected',
      objectType: 'PAYMENT_RETURN',
      objectId: id,
      after: { fileName: upload.fileName, sha256, code, rowCount: booked.rowCount, bookedCents, totals: list },
    });
  }
}

function numbersOf(rows: readonly ReturnRow[]): string[] {
  return [...new Set(rows.map(({ orderNumber }) => orderNumber))];
}
