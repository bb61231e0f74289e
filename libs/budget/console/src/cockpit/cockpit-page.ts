import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Session, injectTexts, type ApiProblem } from '@wir/shared/console';
import { formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import { Icon, MomentPipe, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav } from '@wir/shared/ui';
import { BudgetChart } from '../chart/budget-chart';
import { budgetTabs } from '../budget-tabs';
import { AS_OF_PARAM } from '../data/as-of';
import type { CaseFilter } from '../data/budget-client';
import { caseFilterOf, isFiltered } from '../data/case-filter';
import { ForecastView } from '../forecast/forecast-view';
import { BUDGET_YEAR_LOOKS } from '../look/budget-year-look';
import { figureLink, type Figure } from '../look/figure';
import { AsOfForm } from './as-of-form';
import { AuthorisationTable } from './authorisation-table';
import { BudgetMatrix } from './budget-matrix';
import { CaseFigures } from './case-figures';
import { CaseFilterForm } from './case-filter-form';
import { CockpitStore } from './cockpit-store';
import { KeyFigures } from './key-figures';
import { DifferencePanel } from './difference-panel';
import { ExportMenu } from './export-menu';
import { ReconciliationCard } from './reconciliation-card';
import { YearActs, type YearMove } from './year-acts';

const FORECAST = 'forecast';

/** "Haushalt": what there is, what is promised, what is paid, what is free. */
@Component({
  selector: 'app-cockpit-page',
  imports: [
    AsOfForm,
    AuthorisationTable,
    BudgetChart,
    BudgetMatrix,
    CaseFigures,
    CaseFilterForm,
    DifferencePanel,
    ExportMenu,
    ForecastView,
    Icon,
    KeyFigures,
    MatButton,
    MatIconButton,
    NoticeBox,
    PageHeader,
    ProblemPanel,
    ReconciliationCard,
    RouterLink,
    Skeleton,
    TabNav,
    YearActs,
  ],
  providers: [CockpitStore, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cockpit-page.html',
  styleUrl: './cockpit-page.scss',
})
export class CockpitPage {
  private readonly router = inject(Router);
  private readonly moment = inject(MomentPipe);
  protected readonly session = inject(Session);
  protected readonly store = inject(CockpitStore);
  protected readonly t = injectTexts();

  /** Day of the address; an unreadable one shows now. */
  readonly asOf = input<string>();
  /** Of the address: the cases of one municipality or module only. */
  readonly applicantId = input<string>();
  readonly moduleCode = input<string>();
  /** Of the address: what will flow out instead of what is booked. A forecast is of now: no day goes with it. */
  readonly view = input<string>();

  protected readonly tabs = budgetTabs('overview');
  protected readonly filter = computed(() => caseFilterOf(this.applicantId(), this.moduleCode()), {
    equal: (a, b) => a.applicantId === b.applicantId && a.moduleCode === b.moduleCode,
  });
  protected readonly isFiltered = computed(() => isFiltered(this.filter()));
  protected readonly isForecast = computed(() => this.view() === FORECAST);
  protected readonly actualQuery = computed(() => ({
    ...this.filter(),
    ...(this.store.day() === null ? {} : { [AS_OF_PARAM]: this.store.day() }),
  }));
  protected readonly forecastQuery = computed(() => ({ ...this.filter(), view: FORECAST }));
  protected readonly keepFocus = { keepFocus: true };
  protected readonly exportProblem = signal<ApiProblem | null>(null);

  protected readonly message = signal('');
  protected readonly mayMove = computed(() => this.session.can('budget-year.move') && this.store.view()?.day === null);
  protected readonly years = computed(() => {
    const all = this.store.view()?.shown.years.map(({ year }) => year) ?? [];
    return { from: Math.min(...all), to: Math.max(...all) };
  });
  protected readonly dayText = computed(() => {
    const day = parseLocalDate(this.store.view()?.day ?? '');
    return day ? formatGermanDate(day) : null;
  });
  protected readonly stamp = computed(() => {
    const day = this.dayText();
    if (day) return this.t('budget.asOf.evening', { day });
    return this.t('budget.asOf.stamp', { moment: this.moment.transform(this.store.view()?.shown.asOf) });
  });

  constructor() {
    effect(() => this.store.day.set(this.isForecast() ? null : parseLocalDate(this.asOf() ?? '')));
  }

  protected showDay(day: string | null): void {
    this.show(day, this.filter());
  }

  protected narrow(filter: CaseFilter): void {
    this.show(this.store.day(), filter);
  }

  private show(day: string | null, filter: CaseFilter): void {
    void this.router.navigate(['/haushalt'], {
      queryParams: {
        ...filter,
        ...(this.isForecast() ? { view: FORECAST } : {}),
        ...(day === null ? {} : { [AS_OF_PARAM]: day }),
      },
      state: { keepFocus: true },
    });
  }

  protected open({ year, figure }: { readonly year: number; readonly figure: Figure }): void {
    const day = this.store.day();
    void this.router.navigate(figureLink(year, figure), { queryParams: day === null ? {} : { [AS_OF_PARAM]: day } });
  }

  protected async move({ year, change }: YearMove): Promise<void> {
    this.message.set('');
    if (!(await this.store.move(year, change))) return;
    const state = this.t(BUDGET_YEAR_LOOKS[change.state].label);
    this.message.set(this.t('budget.years.moved', { year, state }));
  }
}
