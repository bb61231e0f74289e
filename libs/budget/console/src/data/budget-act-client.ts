import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  BudgetActDto,
  BudgetActPageDto,
  BudgetActPreviewDto,
  CreateBudgetActDto,
  TransferPageDto,
} from '@wir/shared/contract';

/** An act has at most forty lines, so one page holds its bookings. */
const ALL = 200;

@Injectable({ providedIn: 'root' })
export class BudgetActClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<BudgetActPageDto> {
    return this.api.get('/budget-acts', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<BudgetActDto> {
    return this.api.get(`/budget-acts/${id}`, {}, abort);
  }

  /** Balances before and after; nothing is stored. */
  preview(act: CreateBudgetActDto, abort?: AbortSignal): Promise<BudgetActPreviewDto> {
    return this.api.compute('/budget-acts/preview', act, abort);
  }

  /** Balances before and after: of a proposal as things stand, of a booked act as it was booked. */
  effects(id: string, abort?: AbortSignal): Promise<BudgetActPreviewDto> {
    return this.api.get(`/budget-acts/${id}/effects`, {}, abort);
  }

  propose(act: CreateBudgetActDto): Promise<BudgetActDto> {
    return this.api.post('/budget-acts', act, 'budget-act.propose');
  }

  apply(id: string, note: string | null): Promise<BudgetActDto> {
    return this.api.post(`/budget-acts/${id}/application`, { note }, `budget-act.apply.${id}`);
  }

  reject(id: string, note: string): Promise<BudgetActDto> {
    return this.api.post(`/budget-acts/${id}/rejection`, { note }, `budget-act.reject.${id}`);
  }

  withdraw(id: string): Promise<BudgetActDto> {
    return this.api.post(`/budget-acts/${id}/withdrawal`, {}, `budget-act.withdraw.${id}`);
  }

  bookings(actId: string, abort?: AbortSignal): Promise<TransferPageDto> {
    return this.api.get('/budget/total/transfers', { actId, sort: 'bookedAt', pageSize: ALL }, abort);
  }
}
