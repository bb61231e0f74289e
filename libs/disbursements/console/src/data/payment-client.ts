import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type {
  ExportRegisterDto,
  PaymentFileFormat,
  PaymentOrderDto,
  PaymentOrderPageDto,
  PaymentRunDto,
  PaymentRunPageDto,
  RegisterReconciliationDto,
} from '@wir/shared/contract';

/** As many orders as one run may hold. */
export const RUN_LIMIT = 1000;
const PAGE_SIZE = 200;

/** Orders, runs and the register of what has left the house. */
@Injectable({ providedIn: 'root' })
export class PaymentClient {
  private readonly api = inject(Api);

  runs(query: Query, abort?: AbortSignal): Promise<PaymentRunPageDto> {
    return this.api.get('/payment-runs', query, abort);
  }

  run(id: string, abort?: AbortSignal): Promise<PaymentRunDto> {
    return this.api.get(`/payment-runs/${id}`, {}, abort);
  }

  /** Freezes only: the files come into being when a second person releases. */
  freeze(orderIds: readonly string[]): Promise<PaymentRunDto> {
    return this.api.post('/payment-runs', { orderIds, freezeOnly: true }, 'payment-run.freeze');
  }

  release(id: string): Promise<PaymentRunDto> {
    return this.api.post(`/payment-runs/${id}/export`, {}, `payment-run.release.${id}`);
  }

  takeBack(id: string, reason: string): Promise<PaymentRunDto> {
    return this.api.post(`/payment-runs/${id}/taking-back`, { reason }, `payment-run.take-back.${id}`);
  }

  register(abort?: AbortSignal): Promise<ExportRegisterDto> {
    return this.api.get('/payment-runs/register', {}, abort);
  }

  reconcileRegister(): Promise<RegisterReconciliationDto> {
    return this.api.post('/payment-runs/register-reconciliation', {}, 'payment-run.reconcile-register');
  }

  /** All orders that wait for a run, as far as one run can take them. */
  async openOrders(dueUntil: string | null, abort?: AbortSignal): Promise<readonly PaymentOrderDto[]> {
    const found: PaymentOrderDto[] = [];
    for (let page = 1; found.length < RUN_LIMIT; page += 1) {
      const query: Query = { state: 'ORDERED', sort: 'dueOn', pageSize: PAGE_SIZE, page, dueUntil };
      const { items, total } = await this.api.get<PaymentOrderPageDto>('/payment-orders', query, abort);
      found.push(...items);
      if (items.length === 0 || found.length >= total) break;
    }
    // What belongs to a frozen run stays ordered until that run is released or taken back.
    return found.filter(({ paymentRunId }) => paymentRunId === null).slice(0, RUN_LIMIT);
  }
}

/** A plain link: the browser's own download, also in a new window. */
export function runFileAddress(runId: string, format: PaymentFileFormat): string {
  return `${API_BASE}/payment-runs/${runId}/file?format=${format}`;
}
