import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  BudgetDto,
  BudgetYearDto,
  MoveBudgetYearDto,
  ReconciliationDto,
  TransferPageDto,
} from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class BudgetClient {
  private readonly api = inject(Api);

  budget(asOf: string | null, abort?: AbortSignal): Promise<BudgetDto> {
    return this.api.get('/budget', { asOf }, abort);
  }

  /** `year` is a budget year or `total`. */
  transfers(year: string, query: Query, abort?: AbortSignal): Promise<TransferPageDto> {
    return this.api.get(`/budget/${year}/transfers`, query, abort);
  }

  moveYear(year: number, change: MoveBudgetYearDto): Promise<BudgetYearDto> {
    return this.api.post(`/budget/${year}/state`, change, `budget-year.move.${year}`);
  }

  reconciliation(abort?: AbortSignal): Promise<ReconciliationDto> {
    return this.api.get('/budget/reconciliation', {}, abort);
  }
}
