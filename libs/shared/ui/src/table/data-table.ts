import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  contentChild,
  contentChildren,
  inject,
  input,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { ProblemPanel } from '../feedback/problem-panel';
import { Skeleton } from '../feedback/skeleton';
import { Icon } from '../icon/icon';
import { DeadlineBadge } from '../status/deadline-badge';
import { DayPipe } from '../value/day-pipe';
import { EuroPipe } from '../value/euro-pipe';
import { MomentPipe } from '../value/moment-pipe';
import { Cell, Column } from './column';
import { ListBody } from './list-body';
import type { Filter } from './filter';
import { FilterChip } from './filter-chip';
import type { ListResource } from './list-resource';
import { TableMemory } from './table-memory';
import { PAGE_SIZES, sortState } from './table-query';
import type { TableState } from './table-state';

/** The one list of the portal: search, filter chips, sortable heads, server paging, sums over all hits, empty states. */
@Component({
  selector: 'app-data-table',
  imports: [
    DayPipe,
    DeadlineBadge,
    EuroPipe,
    FilterChip,
    Icon,
    MatButton,
    MatIconButton,
    MatTableModule,
    MomentPipe,
    NgTemplateOutlet,
    ProblemPanel,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './data-table.html',
  styleUrl: './data-table.scss',
})
export class DataTable<T> {
  protected readonly t = injectTexts();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly memory = inject(TableMemory);
  private place = this.memory.recall();

  /** Accessible name of the table and its scroll region. */
  readonly name = input.required<string>();
  readonly columns = input.required<readonly Column<T>[]>();
  readonly table = input.required<TableState>();
  readonly list = input.required<ListResource<T>>();
  readonly rowKey = input.required<(row: T) => string>();
  /** Where the `link` column leads; null shows the value without a link. */
  readonly rowLink = input<(row: T) => readonly string[] | null>(() => []);
  readonly filters = input<readonly Filter[]>([]);
  readonly searchable = input(true);
  /** Sentence for a list that has nothing yet; buttons for it are projected as `[empty]`. */
  readonly emptyText = input<string>();

  private readonly cells = contentChildren(Cell);
  protected readonly body = contentChild(ListBody);
  protected readonly sizes = PAGE_SIZES;
  protected readonly keys = computed(() => this.columns().map((column) => column.key));
  protected readonly hasTotals = computed(() => this.columns().some((column) => column.total));
  protected readonly first = computed(() => (this.table().query().page - 1) * this.table().query().pageSize + 1);
  protected readonly last = computed(() => Math.min(this.first() + this.list().rows().length - 1, this.list().total()));
  protected readonly isEmpty = computed(() => this.list().page() !== undefined && this.list().total() === 0);
  protected readonly trackRow = (_index: number, row: T): string => this.rowKey()(row);

  constructor() {
    afterRenderEffect(() => {
      if (this.place && this.list().rows().length > 0) this.restore();
    });
  }

  protected cell(key: string): Cell | undefined {
    return this.cells().find((cell) => cell.key() === key);
  }

  protected sorted(column: Column<T>): 'ascending' | 'descending' | null {
    return column.sort ? sortState(this.table().query().sort, column.sort) : null;
  }

  protected text(column: Column<T>, row: T): string {
    const value = column.value?.(row);
    return value === null || value === undefined || value === '' ? '–' : String(value);
  }

  protected amount(column: Column<T>, row: T): number | null {
    const value = column.value?.(row);
    return typeof value === 'number' ? value : null;
  }

  protected remember(row: T): void {
    this.memory.remember(this.rowKey()(row), this.region()?.scrollTop ?? 0);
  }

  private region(): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>('.region');
  }

  private restore(): void {
    const place = this.place;
    this.place = undefined;
    if (!place) return;
    window.scrollTo({ top: place.scrollTop });
    this.region()?.scrollTo({ top: place.regionTop });
    this.host.nativeElement
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(place.rowKey)}"] a`)
      ?.focus({ preventScroll: true });
  }
}
