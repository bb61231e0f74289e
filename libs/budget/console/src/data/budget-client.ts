import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  BudgetDifferenceDto,
  BudgetDto,
  BudgetExportFormat,
  BudgetYearDto,
  CaseFiguresDto,
  MoveBudgetYearDto,
  ReconciliationDto,
  TransferPageDto,
} from '@wir/shared/contract';

/** Missing members filter nothing. */
export interface CaseFilter {
  readonly applicantId?: string;
  readonly moduleCode?: string;
  readonly [name: string]: string | undefined;
}

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

  /** What the bookings since then have changed. */
  difference(from: string, abort?: AbortSignal): Promise<BudgetDifferenceDto> {
    return this.api.get('/budget/difference', { from }, abort);
  }

  /** The parts of the budget that belong to the cases of a municipality or a module. */
  cases(filter: CaseFilter, asOf: string | null, abort?: AbortSignal): Promise<CaseFiguresDto> {
    return this.api.get('/budget/cases', { ...filter, asOf }, abort);
  }

  export(format: BudgetExportFormat, filter: CaseFilter, asOf: string | null): Promise<Blob> {
    return this.api.blob('/budget/export', { format, ...filter, asOf });
  }

  moveYear(year: number, change: MoveBudgetYearDto): Promise<BudgetYearDto> {
    return this.api.post(`/budget/${year}/state`, change, `budget-year.move.${year}`);
  }

  reconciliation(abort?: AbortSignal): Promise<ReconciliationDto> {
    return this.api.get('/budget/reconciliation', {}, abort);
  }
}
