import type { PaymentDiscrepancyDto, PaymentDiscrepancyPageDto } from '@wir/shared/contract';
import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';

export interface Resolution {
  readonly note: string;
  readonly documentReference: string;
}

/** What does not fit together between the portal and the cash office, until somebody has settled it. */
@Injectable({ providedIn: 'root' })
export class DiscrepancyClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<PaymentDiscrepancyPageDto> {
    return this.api.get('/payment-discrepancies', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<PaymentDiscrepancyDto> {
    return this.api.get(`/payment-discrepancies/${id}`, {}, abort);
  }

  /** Without a name it is the one who asks. */
  take(id: string): Promise<PaymentDiscrepancyDto> {
    return this.deed(id, 'assignment', {});
  }

  resolve(id: string, resolution: Resolution): Promise<PaymentDiscrepancyDto> {
    return this.deed(id, 'resolution', resolution);
  }

  waive(id: string, reason: string): Promise<PaymentDiscrepancyDto> {
    return this.deed(id, 'waiver', { reason });
  }

  private deed(id: string, step: string, body: unknown): Promise<PaymentDiscrepancyDto> {
    return this.api.post(`/payment-discrepancies/${id}/${step}`, body, `payment-discrepancy.${step}.${id}`);
  }
}
