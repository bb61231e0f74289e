import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { BudgetExportFormat } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';
import { endOfDay } from '../data/as-of';
import { BudgetClient, type CaseFilter } from '../data/budget-client';
import { saveFile } from './save-file';

/** The figures as a file, with the filters and of the moment the page shows. */
@Component({
  selector: 'app-export-menu',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button matButton type="button" [matMenuTriggerFor]="menu" [attr.aria-disabled]="busy()">
      <app-icon name="download" /> {{ t(busy() ? 'budget.export.busy' : 'budget.export.title') }}
    </button>
    <mat-menu #menu="matMenu">
      @for (format of formats; track format) {
        <button mat-menu-item type="button" (click)="save(format)">{{ t('budget.export.' + format) }}</button>
      }
    </mat-menu>
  `,
})
export class ExportMenu {
  private readonly client = inject(BudgetClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly formats: readonly BudgetExportFormat[] = ['xlsx', 'csv', 'pdf'];

  readonly filter = input.required<CaseFilter>();
  readonly day = input<string | null>(null);
  readonly failed = output<ApiProblem | null>();
  protected readonly busy = signal(false);

  protected async save(format: BudgetExportFormat): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.emit(null);
    try {
      const file = await this.client.export(format, this.filter(), endOfDay(this.day()));
      saveFile(file, `haushalt-${this.day() ?? this.session.today()}.${format}`);
    } catch (error) {
      this.failed.emit(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
