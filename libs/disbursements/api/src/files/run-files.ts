import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PdfRenderer } from '@wir/documents/api';
import { paymentCsv } from '@wir/disbursements/domain';
import { berlinDay } from '@wir/shared/kernel';
import type { PaymentFileDto, PaymentFileFormat } from '../dto/payment.dto';
import type { RunHead, RunLine, ShownPerson } from '../runs/run-content';
import { cashOrder } from './cash-order';
import { pain001 } from './pain-001';

export interface Release {
  readonly at: Date;
  readonly by: ShownPerson;
}

export interface RunFile extends PaymentFileDto {
  readonly bytes: Buffer;
}

/** All files of a run, from its frozen lines, its payer and its release alone: the same bytes however often they are made. */
@Injectable()
export class RunFiles {
  constructor(private readonly renderer: PdfRenderer) {}

  async of(run: RunHead, lines: readonly RunLine[], release: Release): Promise<RunFile[]> {
    const xml = pain001({
      runNumber: run.run_number,
      createdAt: run.created_at,
      today: berlinDay(release.at),
      payer: run.export_payer,
      orders: lines,
    });
    const order = await this.renderer.render('cash-order', cashOrder(run, lines, release), {
      draft: false,
      createdAt: release.at,
    });
    return [
      runFile('pain.001', Buffer.from(xml, 'utf8')),
      runFile('csv', Buffer.from(`\ufeff${paymentCsv(lines)}`, 'utf8')),
      runFile('pdf', order.bytes),
    ];
  }
}

function runFile(format: PaymentFileFormat, bytes: Buffer): RunFile {
  return { format, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, bytes };
}
