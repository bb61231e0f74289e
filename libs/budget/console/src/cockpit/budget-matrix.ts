import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts, injectTexts } from '@wir/shared/console';
import type { BudgetDto, BudgetYearDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { Icon, StatusChip } from '@wir/shared/ui';
import { AS_OF_PARAM } from '../data/as-of';
import { BUDGET_YEAR_LOOKS } from '../look/budget-year-look';
import { figureLabel, figureLink, type Column } from '../look/figure';
import { euroChange, wholeEuro } from '../value/whole-euro';
import { walkGrid, type GridPlace } from './grid-walk';
import { MatrixMemory } from './matrix-memory';
import { matrixColumns, matrixRows, type MatrixCell, type MatrixRow } from './matrix-rows';

/** Where the money of each year stands. A grid: arrows walk, Enter opens the bookings behind a figure. */
@Component({
  selector: 'app-budget-matrix',
  imports: [Icon, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './budget-matrix.html',
  styleUrl: './budget-matrix.scss',
})
export class BudgetMatrix {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly memory = inject(MatrixMemory);
  private readonly texts = inject(Texts);
  private place = this.memory.recall();
  protected readonly t = injectTexts();
  protected readonly yearLooks = BUDGET_YEAR_LOOKS;
  protected readonly label = figureLabel;

  readonly budget = input.required<BudgetDto>();
  /** The figures of now, when those shown are of an earlier day. */
  readonly now = input<BudgetDto | null>(null);
  readonly day = input<string | null>(null);

  /** The one cell that the Tab key reaches. */
  protected readonly active = signal<GridPlace>({ row: 0, column: 0 });
  protected readonly hasFocus = signal(false);
  protected readonly rows = computed(() => matrixRows(this.budget(), this.now()));
  protected readonly columns = computed(() => matrixColumns(this.budget()));
  protected readonly query = computed(() => (this.day() === null ? {} : { [AS_OF_PARAM]: this.day() }));
  /** Full euro in the cells, to the cent here: what is focused stands below the matrix. */
  protected readonly reading = computed(() => {
    const row = this.rows()[this.active().row];
    const cell = row?.cells[this.active().column];
    return this.hasFocus() && row && cell ? this.exact(row, cell) : null;
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.place && this.rows().length > 0) this.restore();
    });
  }

  protected year(column: Column): BudgetYearDto | undefined {
    return this.budget().years.find(({ year }) => year === column);
  }

  protected heading(column: Column): string {
    return column === 'total' ? this.t('budget.matrix.total') : String(column);
  }

  protected link(row: MatrixRow, cell: MatrixCell): string[] {
    return figureLink(cell.column, row.figure);
  }

  protected euro(amountCents: number): string {
    return wholeEuro(amountCents, this.texts.language());
  }

  protected change(changeCents: number): string {
    return euroChange(changeCents, this.texts.language());
  }

  protected exact(row: MatrixRow, cell: MatrixCell): string {
    const language = this.texts.language();
    const amount = formatEuro(cents(cell.cents), language);
    const figure = `${this.t(figureLabel(row.figure))} ${this.heading(cell.column)}: ${amount}`;
    if (cell.changeCents === null) return figure;
    const today = formatEuro(cents(cell.cents + cell.changeCents), language);
    return `${figure} – ${this.t('budget.matrix.today', { amount: today })}`;
  }

  protected hasCents({ cents: amount }: MatrixCell): boolean {
    return amount % 100 !== 0;
  }

  protected exactAmount({ cents: amount }: MatrixCell): string {
    return formatEuro(cents(amount), this.texts.language());
  }

  protected reach(row: number, column: number): void {
    this.active.set({ row, column });
    this.hasFocus.set(true);
  }

  protected open(row: MatrixRow, cell: MatrixCell): void {
    this.memory.remember({ column: cell.column, figure: row.figure });
  }

  protected walk(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const next = walkGrid(event, this.active(), { rows: this.rows().length, columns: this.columns().length });
    if (!next) return;
    event.preventDefault();
    this.focus(next);
  }

  private focus(place: GridPlace, options?: FocusOptions): void {
    this.active.set(place);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus(options);
  }

  private restore(): void {
    const place = this.place;
    this.place = null;
    if (!place) return;
    const row = this.rows().findIndex(({ figure }) => figure === place.figure);
    const column = this.columns().indexOf(place.column);
    if (row >= 0 && column >= 0) this.focus({ row, column });
  }
}
