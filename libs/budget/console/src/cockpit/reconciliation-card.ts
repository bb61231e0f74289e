import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiProblem, asApiProblem, injectTexts } from '@wir/shared/console';
import type { ReconciliationDto } from '@wir/shared/contract';
import { EuroPipe, Icon, MomentPipe, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { BudgetClient } from '../data/budget-client';

/** Compares ledger, awards, orders and runs with each other; every finding is a fault of the portal. */
@Component({
  selector: 'app-reconciliation-card',
  imports: [EuroPipe, Icon, MatButton, MomentPipe, NoticeBox, ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reconciliation-card.html',
  styles: `
    .result:not(:empty) {
      margin-block: 0.75rem 0;
    }
  `,
})
export class ReconciliationCard {
  private readonly client = inject(BudgetClient);
  protected readonly t = injectTexts();
  protected readonly result = signal<ReconciliationDto | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly busy = signal(false);

  protected checkLabel(check: string): string {
    return `budget.check.${check}`;
  }

  protected async check(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.result.set(await this.client.reconciliation());
    } catch (error) {
      this.result.set(null);
      this.problem.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
