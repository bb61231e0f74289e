import type { PaymentReturnPageDto, PaymentReturnReportDto } from '@wir/shared/contract';
import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';

/** The answers of the cash office. */
@Injectable({ providedIn: 'root' })
export class ReturnClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<PaymentReturnPageDto> {
    return this.api.get('/payment-returns', query, abort);
  }

  /** With all rows; lists give the first ones of each file only. */
  byId(id: string, abort?: AbortSignal): Promise<PaymentReturnReportDto> {
    return this.api.get(`/payment-returns/${id}`, {}, abort);
  }

  /** What booking this file would do; nothing is kept. */
  preview(file: File): Promise<PaymentReturnReportDto> {
    return this.api.compute('/payment-returns/preview', bodyOf(file));
  }

  book(file: File): Promise<PaymentReturnReportDto> {
    return this.api.post('/payment-returns', bodyOf(file), 'payment-return.import');
  }
}

function bodyOf(file: File): FormData {
  const body = new FormData();
  body.append('file', file, file.name);
  return body;
}
