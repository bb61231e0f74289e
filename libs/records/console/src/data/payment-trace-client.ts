import { Injectable, inject } from '@angular/core';
import { API_BASE, Api } from '@wir/shared/console';
import type { PaymentSampleDto, PaymentTraceDto } from '@wir/shared/contract';

/** What a sample is drawn by; amounts in cents, days inclusive. */
export interface SampleWish {
  readonly seed: string;
  readonly size: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly minCents: number | null;
}

@Injectable({ providedIn: 'root' })
export class PaymentTraceClient {
  private readonly api = inject(Api);

  trace(orderNumber: string, abort?: AbortSignal): Promise<PaymentTraceDto> {
    return this.api.get(`/payments/${encodeURIComponent(orderNumber)}/trace`, {}, abort);
  }

  sample(wish: SampleWish, abort?: AbortSignal): Promise<PaymentSampleDto> {
    return this.api.get('/payment-samples', { ...wish }, abort);
  }
}

/** A plain link: the browser saves the file by itself. */
export function sampleFileAddress(wish: SampleWish): string {
  const set = Object.entries(wish).filter(([, value]) => value !== null);
  return `${API_BASE}/payment-samples/file?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}
