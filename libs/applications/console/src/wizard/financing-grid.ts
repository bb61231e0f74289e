import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { INCOME_KINDS } from '@wir/applications/domain';
import { injectTexts } from '@wir/shared/console';
import { Control, EuroField, EuroPipe, Field, Icon } from '@wir/shared/ui';
import type { DraftIncome } from './draft/draft';
import { addIncome, copyFinancingOn, removeIncome, request } from './draft/plan-edits';
import { RowFaults, hasFaults, type RowCell } from './row-faults';
import { UndoBar } from './undo-bar';
import { WizardStore } from './wizard-store';

/** Who pays the costs of one year: own money, third parties, and the grant; the balance runs along. */
@Component({
  selector: 'app-financing-grid',
  imports: [Control, EuroField, EuroPipe, Field, FormField, Icon, MatButton, MatIconButton, RowFaults, UndoBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './financing-grid.html',
  styleUrls: ['./grid.scss', './financing-grid.scss'],
})
export class FinancingGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly kinds = INCOME_KINDS;
  protected readonly hasFaults = hasFaults;

  readonly yearIndex = input.required<number>();

  protected readonly year = computed(() => this.store.draft().years[this.yearIndex()]);
  protected readonly fields = computed(() => (this.year() ? this.store.form.years[this.yearIndex()] : undefined));
  protected readonly rows = computed<readonly FieldTree<DraftIncome>[]>(() => {
    const fields = this.fields();
    return fields ? [...fields.income] : [];
  });
  protected readonly figures = computed(() => this.store.figures(this.yearIndex()));
  protected readonly hasLaterYears = computed(() => this.yearIndex() < this.store.draft().years.length - 1);
  protected readonly missing = computed(() => Math.abs(this.figures()?.open ?? 0));

  protected cells(row: FieldTree<DraftIncome>): readonly RowCell[] {
    return [
      { label: this.t('applications.grid.label'), field: row.label },
      { label: this.t('applications.grid.amount'), field: row.amountCents },
    ];
  }

  protected add(): void {
    const isFirst = this.rows().length === 0;
    const line: DraftIncome = {
      kind: isFirst ? 'OWN' : 'THIRD_PARTY',
      label: isFirst ? this.t('applications.income.OWN') : '',
      amountCents: null,
    };
    this.store.edit(addIncome(this.yearIndex(), line), 'applications.wizard.done.added');
    setTimeout(() => {
      const rows = this.host.nativeElement.querySelectorAll<HTMLElement>('tbody tr.line');
      rows[this.rows().length - 1]?.querySelector<HTMLElement>('select')?.focus();
    });
  }

  protected remove(index: number): void {
    const label = this.year()?.income[index]?.label ?? '';
    this.store.edit(removeIncome(this.yearIndex(), index), 'applications.wizard.done.removed', { label });
  }

  protected requestRest(): void {
    const amount = this.figures()?.suggested ?? 0;
    this.store.edit(request(this.yearIndex(), amount), 'applications.wizard.done.requested');
  }

  protected copyOn(): void {
    const year = this.year()?.year ?? 0;
    this.store.edit(copyFinancingOn(this.yearIndex()), 'applications.wizard.done.copied', { year });
  }
}
