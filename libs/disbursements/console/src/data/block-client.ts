import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type { CreatePaymentBlockDto, PaymentBlockDto, PaymentBlockPageDto } from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class BlockClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<PaymentBlockPageDto> {
    return this.api.get('/payment-blocks', query, abort);
  }

  set(block: CreatePaymentBlockDto): Promise<PaymentBlockDto> {
    return this.api.post('/payment-blocks', block, `payment-block.set.${block.awardId}`);
  }

  lift(id: string, reason: string): Promise<PaymentBlockDto> {
    return this.api.post(`/payment-blocks/${id}/lifting`, { reason }, `payment-block.lift.${id}`);
  }
}
