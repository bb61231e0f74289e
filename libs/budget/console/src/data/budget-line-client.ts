import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { BudgetLineDto, BudgetLineListDto, CreateBudgetLineDto, UpdateBudgetLineDto } from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class BudgetLineClient {
  private readonly api = inject(Api);

  /** The main one first. */
  async all(abort?: AbortSignal): Promise<readonly BudgetLineDto[]> {
    return (await this.api.get<BudgetLineListDto>('/budget-lines', {}, abort)).items;
  }

  create(line: CreateBudgetLineDto): Promise<BudgetLineDto> {
    return this.api.post('/budget-lines', line, 'budget-line.create');
  }

  update(id: string, change: UpdateBudgetLineDto, version: number): Promise<BudgetLineDto> {
    return this.api.patch(`/budget-lines/${id}`, change, version);
  }
}
