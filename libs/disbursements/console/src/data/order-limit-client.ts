import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type {
  CreateOrderLimitDto,
  LegalGroundDto,
  OrderLimitDto,
  OrderLimitListDto,
  RecordLegalGroundDto,
} from '@wir/shared/contract';

/** Somebody of the own authority, as far as a limit needs to know. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

@Injectable({ providedIn: 'root' })
export class OrderLimitClient {
  private readonly api = inject(Api);

  async list(abort?: AbortSignal): Promise<readonly OrderLimitDto[]> {
    return (await this.api.get<OrderLimitListDto>('/order-limits', {}, abort)).items;
  }

  set(limit: CreateOrderLimitDto): Promise<OrderLimitDto> {
    return this.api.post('/order-limits', limit, `order-limit.set.${limit.accountId}`);
  }

  /** Who may order payouts. */
  async orderers(abort?: AbortSignal): Promise<readonly Colleague[]> {
    const { items } = await this.api.get<{ items: readonly Colleague[] }>('/delegation-candidates', {}, abort);
    return items.filter(({ roles }) => roles.includes('PAYMENT_ORDERER'));
  }

  recordGround(ground: RecordLegalGroundDto): Promise<LegalGroundDto> {
    return this.api.post('/legal-grounds', ground, `legal-ground.record.${ground.awardId}.${ground.year}`);
  }
}
