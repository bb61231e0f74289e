import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type {
  PaymentFileFormat,
  PaymentOrderDto,
  PaymentOrderPageDto,
  PaymentReturnPageDto,
  PaymentReturnReportDto,
  PaymentRunDto,
  PaymentRunPageDto,
} from '@wir/shared/contract';

/** As many orders as one run may hold. */
export const RUN_LIMIT = 1000;
const PAGE_SIZE = 200;

@Injectable({ providedIn: 'root' })
export class PaymentClient {
  private readonly api = inject(Api);

  runs(query: Query, abort?: AbortSignal): Promise<PaymentRunPageDto> {
    return this.api.get('/payment-runs', query, abort);
  }

  run(id: string, abort?: AbortSignal): Promise<PaymentRunDto> {
    return this.api.get(`/payment-runs/${id}`, {}, abort);
  }

  create(orderIds: readonly string[]): Promise<PaymentRunDto> {
    return this.api.post('/payment-runs', { orderIds }, 'payment-run.create');
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
    return found.slice(0, RUN_LIMIT);
  }

  returns(query: Query, abort?: AbortSignal): Promise<PaymentReturnPageDto> {
    return this.api.get('/payment-returns', query, abort);
  }

  importReturn(file: File): Promise<PaymentReturnReportDto> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.api.post('/payment-returns', body, 'payment-return.import');
  }
}

/** A plain link: the browser's own download, also in a new window. */
export function runFileAddress(runId: string, format: PaymentFileFormat): string {
  return `${API_BASE}/payment-runs/${runId}/file?format=${format}`;
}
