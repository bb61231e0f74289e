import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { monthsOf } from '@wir/applications/domain';
import { COMPONENT_CODES, COMPONENT_TITLES, isPost, type ComponentCode } from '@wir/programme/domain';
import { injectTexts } from '@wir/shared/console';
import { Control, EuroField, EuroPipe, Field, Icon } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import type { DraftExpense } from './draft/draft';
import { periodOf } from './draft/draft-rules';
import { isTable, readPastedLines, type PastedLine } from './draft/pasted-lines';
import { addExpenses, copyExpensesOn, removeExpense, replaceExpenses } from './draft/plan-edits';
import { QuantityField } from './quantity-field';
import { RowFaults, hasFaults, type RowCell } from './row-faults';
import { UndoBar } from './undo-bar';
import { WizardStore } from './wizard-store';

/** Costs of one year: type, paste from a spreadsheet, copy on; the sum runs along. */
@Component({
  selector: 'app-cost-grid',
  imports: [
    Control,
    EuroField,
    EuroPipe,
    Field,
    FormField,
    Icon,
    MatButton,
    MatIconButton,
    QuantityField,
    RowFaults,
    UndoBar,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cost-grid.html',
  styleUrl: './grid.scss',
})
export class CostGrid {
  private readonly dialog = inject(MatDialog);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly components = COMPONENT_CODES;
  protected readonly hasFaults = hasFaults;

  readonly yearIndex = input.required<number>();

  protected readonly year = computed(() => this.store.draft().years[this.yearIndex()]);
  protected readonly rows = computed<readonly FieldTree<DraftExpense>[]>(() => {
    const year = this.store.form.years[this.yearIndex()];
    return this.year() && year ? [...year.expenses] : [];
  });
  protected readonly figures = computed(() => this.store.figures(this.yearIndex()));
  protected readonly hasLaterYears = computed(() => this.yearIndex() < this.store.draft().years.length - 1);
  /** Cells of the last paste that were meant as amounts and are none. */
  protected readonly unreadable = signal<readonly string[]>([]);

  protected isPost(row: FieldTree<DraftExpense>): boolean {
    return isPost(row.component().value());
  }

  protected cells(row: FieldTree<DraftExpense>): readonly RowCell[] {
    return [
      { label: this.t('applications.grid.label'), field: row.label },
      { label: this.t('applications.grid.fte'), field: row.fte },
      { label: this.t('applications.grid.months'), field: row.months },
      { label: this.t('applications.grid.amount'), field: row.amountCents },
    ];
  }

  protected add(): void {
    const used = this.year()?.expenses.map(({ component }) => component) ?? [];
    const component = COMPONENT_CODES.find((code) => !used.includes(code)) ?? 'MATERIAL_COST';
    this.unreadable.set([]);
    this.store.edit(addExpenses(this.yearIndex(), [this.newLine(component)]), 'applications.wizard.done.added');
    this.focusRow(this.rows().length - 1);
  }

  protected remove(index: number): void {
    const label = this.year()?.expenses[index]?.label ?? '';
    this.unreadable.set([]);
    this.store.edit(removeExpense(this.yearIndex(), index), 'applications.wizard.done.removed', { label });
  }

  protected copyOn(): void {
    const year = this.year()?.year ?? 0;
    this.store.edit(copyExpensesOn(this.yearIndex()), 'applications.wizard.done.copied', { year });
  }

  /** The name of the component is a good label until the person writes another; only posts have a size. */
  protected changeComponent(row: FieldTree<DraftExpense>): void {
    const component = row.component().value();
    const label = row.label().value().trim();
    if (label === '' || Object.values<string>(COMPONENT_TITLES).includes(label))
      row.label().value.set(COMPONENT_TITLES[component]);
    if (isPost(component)) return;
    row.fte().value.set(null);
    row.months().value.set(null);
  }

  /** A table from the clipboard becomes lines; a plain text goes into its cell as usual. */
  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!this.store.editable() || !isTable(text)) return;
    event.preventDefault();
    this.take(readPastedLines(text));
  }

  protected async openPaste(): Promise<void> {
    const { PasteDialog } = await import('./paste-dialog');
    const reference = this.dialog.open<InstanceType<typeof PasteDialog>, undefined, readonly PastedLine[]>(
      PasteDialog,
      {
        width: '52rem',
      },
    );
    this.take((await firstValueFrom(reference.afterClosed())) ?? []);
  }

  private take(lines: readonly PastedLine[]): void {
    if (lines.length === 0) return;
    const months = this.months();
    const pasted = lines.map(({ expense }) => ({
      ...expense,
      label: expense.label || COMPONENT_TITLES[expense.component],
      months: isPost(expense.component) ? (expense.months ?? months) : null,
    }));
    const kept = (this.year()?.expenses ?? []).filter((line) => !isUntouched(line));
    this.unreadable.set(lines.flatMap(({ unreadable }) => unreadable ?? []));
    this.store.edit(replaceExpenses(this.yearIndex(), [...kept, ...pasted]), 'applications.wizard.done.pasted', {
      count: pasted.length,
    });
  }

  private newLine(component: ComponentCode): DraftExpense {
    const isStaffed = isPost(component);
    return {
      component,
      label: COMPONENT_TITLES[component],
      fte: isStaffed ? 1 : null,
      months: isStaffed ? this.months() : null,
      amountCents: null,
    };
  }

  private months(): number | null {
    const rules = this.store.rules();
    const year = this.year();
    if (!rules || !year) return null;
    return monthsOf(year.year, periodOf(this.store.draft(), rules.period)) || null;
  }

  private focusRow(index: number): void {
    setTimeout(() => {
      const row = this.host.nativeElement.querySelectorAll<HTMLElement>('tbody tr.line')[index];
      row?.querySelector<HTMLElement>('select, input')?.focus();
    });
  }
}

/** A line that was only added: a paste takes its place. */
function isUntouched({ label, amountCents, component }: DraftExpense): boolean {
  return amountCents === null && (label === '' || label === COMPONENT_TITLES[component]);
}
