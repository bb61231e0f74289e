import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TRANSFER_KINDS, TRANSFER_RULES } from '@wir/budget/domain';
import { PageTitle, injectTexts } from '@wir/shared/console';
import type { TransferDto, TransferPageDto } from '@wir/shared/contract';
import { formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import {
  Cell,
  DataTable,
  Icon,
  MomentPipe,
  NoticeBox,
  PageHeader,
  TabNav,
  injectTableState,
  listResource,
  type Filter,
  type Tab,
  type TableState,
} from '@wir/shared/ui';
import { matrixColumns } from '../cockpit/matrix-rows';
import { MatrixMemory } from '../cockpit/matrix-memory';
import { AS_OF_PARAM, endOfDay } from '../data/as-of';
import { BudgetClient } from '../data/budget-client';
import { caseFilterOf, isFiltered } from '../data/case-filter';
import { columnOf, figureLabel, figureLink, figureOf, isAuthorisation, type AnyFigure } from '../look/figure';
import { bookingColumns } from './booking-columns';
import { BookingReason } from './booking-reason';
import { BookingsStore } from './bookings-store';
import { SumCheck } from './sum-check';

/** The bookings one figure of the budget is made of, at an address of their own. */
@Component({
  selector: 'app-bookings-page',
  imports: [BookingReason, Cell, DataTable, Icon, NoticeBox, PageHeader, RouterLink, SumCheck, TabNav],
  providers: [BookingsStore, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bookings-page.html',
  styleUrl: './bookings-page.scss',
})
export class BookingsPage {
  private readonly client = inject(BudgetClient);
  private readonly memory = inject(MatrixMemory);
  private readonly moment = inject(MomentPipe);
  protected readonly store = inject(BookingsStore);
  protected readonly t = injectTexts();

  /** Of the address: `/haushalt/2027/frei?asOf=2026-01-31`; `dueYear` is that of an authorisation. */
  readonly year = input.required<string>();
  readonly figure = input.required<string>();
  readonly asOf = input<string>();
  readonly dueYear = input<string>();
  /** Only what was booked after the evening of this day. */
  readonly since = input<string>();
  /** Only the cases of this municipality or module. */
  readonly applicantId = input<string>();
  readonly moduleCode = input<string>();

  private readonly subject = computed(() => ({
    column: columnOf(this.year()) ?? ('total' as const),
    figure: figureOf(this.figure()) ?? ('appropriated' as const),
    dueYear: /^\d{4}$/.test(this.dueYear() ?? '') ? Number(this.dueYear()) : null,
    day: parseLocalDate(this.asOf() ?? ''),
    filter: caseFilterOf(this.applicantId(), this.moduleCode()),
  }));
  private readonly address = injectTableState({ defaultSort: '-bookedAt', filters: ['kind'] });
  /** The figure and its day belong to the question, though not to the filters a person may clear. */
  protected readonly table: TableState = {
    ...this.address,
    params: computed(() => {
      const { figure, dueYear, day, filter } = this.subject();
      const bookedAfter = endOfDay(this.since());
      return { ...this.address.params(), account: figure, dueYear, asOf: endOfDay(day), bookedAfter, ...filter };
    }),
  };
  protected readonly list = listResource<TransferDto, TransferPageDto>(this.table, (query, abort) =>
    this.client.transfers(String(this.subject().column), query, abort),
  );

  protected readonly heading = computed(() => {
    const { column, figure, dueYear } = this.subject();
    const year = column === 'total' ? this.t('budget.bookings.inTotal') : String(column);
    const name = `${this.t(figureLabel(figure))} ${year}`;
    return asHeading(dueYear === null ? name : this.t('budget.bookings.dueIn', { name, year: dueYear }));
  });
  protected readonly stamp = computed(() => {
    const { day } = this.subject();
    if (day) return this.t('budget.asOf.evening', { day: formatGermanDate(day) });
    const asOf = this.store.budget.value()?.asOf;
    return asOf ? this.t('budget.asOf.stamp', { moment: this.moment.transform(asOf) }) : '';
  });
  protected readonly sinceDay = computed(() => {
    const day = parseLocalDate(this.since() ?? '');
    return day ? formatGermanDate(day) : null;
  });
  protected readonly back = computed(() => this.dayQuery());
  protected readonly keepFocus = { keepFocus: true };
  protected readonly tabs = computed<Tab[]>(() => {
    const { figure, column } = this.subject();
    const budget = this.store.budget.value();
    if (!budget || isAuthorisation(figure)) return [];
    return matrixColumns(budget).map((other) => ({
      path: figureLink(other, figure),
      label: other === 'total' ? 'budget.matrix.total' : String(other),
      view: { query: this.dayQuery(), active: other === column },
    }));
  });
  protected readonly columns = computed(() => {
    const { column, figure, dueYear } = this.subject();
    const withYear = column === 'total' || (isAuthorisation(figure) && dueYear === null);
    return bookingColumns(this.t, withYear, () => this.list.page()?.sumCents);
  });
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'kind',
      label: 'budget.bookings.kind',
      options: kindsOf(this.subject().figure).map((value) => ({ value, label: this.t(`budget.kind.${value}`) })),
    },
  ]);
  protected readonly key = (row: TransferDto): string => row.id;
  protected readonly link = ({ applicationId, actId }: TransferDto): string[] | null => {
    if (applicationId !== null) return ['/antraege', applicationId];
    return actId === null ? null : ['/haushalt/verfuegungen', actId];
  };

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      this.store.subject.set(this.subject());
      title.setSubject(this.heading());
      this.memory.remember(this.subject());
    });
    inject(DestroyRef).onDestroy(() => title.setSubject(null));
  }

  protected readonly isOfCases = computed(() => isFiltered(this.subject().filter));

  protected reload(): void {
    this.store.budget.reload();
    this.list.reload();
  }

  private dayQuery(): Record<string, string> {
    const { day, filter } = this.subject();
    const { applicantId, moduleCode } = filter;
    return {
      ...(day === null ? {} : { [AS_OF_PARAM]: day }),
      ...(applicantId === undefined ? {} : { applicantId }),
      ...(moduleCode === undefined ? {} : { moduleCode }),
    };
  }
}

function asHeading(words: string): string {
  return words.charAt(0).toLocaleUpperCase('de') + words.slice(1);
}

function kindsOf(figure: AnyFigure): typeof TRANSFER_KINDS {
  const mirrors: Readonly<Partial<Record<AnyFigure, string>>> = { appropriated: 'appropriation' };
  const account = mirrors[figure] ?? figure;
  return TRANSFER_KINDS.filter((kind) =>
    [TRANSFER_RULES[kind].from, TRANSFER_RULES[kind].to].some((one) => one === account),
  );
}
