import { Injectable, inject, linkedSignal, signal } from '@angular/core';
import type { BudgetDto, MoveBudgetYearDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { endOfDay } from '../data/as-of';
import { BudgetClient } from '../data/budget-client';

const NOW = 'now';

/** The figures of a day, beside those of now when the day is past. */
export interface CockpitView {
  readonly day: string | null;
  readonly shown: BudgetDto;
  readonly now: BudgetDto | null;
}

@Injectable()
export class CockpitStore {
  private readonly client = inject(BudgetClient);

  /** The evening of which day shows; null for now. */
  readonly day = signal<string | null>(null);
  readonly budget = detailState(
    () => this.day() ?? NOW,
    (day, abort) => this.load(day === NOW ? null : day, abort),
  );
  /** The figures shown last stay in sight while others load. */
  readonly view = linkedSignal<CockpitView | undefined, CockpitView | undefined>({
    source: this.budget.value,
    computation: (current, previous) => current ?? previous?.value,
  }).asReadonly();

  move(year: number, change: MoveBudgetYearDto): Promise<boolean> {
    return this.budget.run('move', async () => {
      await this.client.moveYear(year, change);
      return this.load(this.day());
    });
  }

  private async load(day: string | null, abort?: AbortSignal): Promise<CockpitView> {
    const [shown, now] = await Promise.all([
      this.client.budget(endOfDay(day), abort),
      day === null ? null : this.client.budget(null, abort),
    ]);
    return { day, shown, now };
  }
}
