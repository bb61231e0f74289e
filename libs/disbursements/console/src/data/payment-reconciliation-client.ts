import type { PaymentReconciliationDto, PaymentReconciliationPageDto } from '@wir/shared/contract';
import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';

/** Compares application, ledger, export and return, now and in the nights before. */
@Injectable({ providedIn: 'root' })
export class PaymentReconciliationClient {
  private readonly api = inject(Api);

  now(abort?: AbortSignal): Promise<PaymentReconciliationDto> {
    return this.api.get('/payment-reconciliation', {}, abort);
  }

  history(query: Query, abort?: AbortSignal): Promise<PaymentReconciliationPageDto> {
    return this.api.get('/payment-reconciliation/history', query, abort);
  }
}
