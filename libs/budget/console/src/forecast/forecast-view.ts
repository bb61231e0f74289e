import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Session, Texts, asApiProblem, injectTexts } from '@wir/shared/console';
import type { ForecastYearDto } from '@wir/shared/contract';
import { EuroPipe, MomentPipe, ProblemPanel, Skeleton } from '@wir/shared/ui';
import type { CaseFilter } from '../data/budget-client';
import { ForecastClient } from '../data/forecast-client';
import { ForecastChart } from './forecast-chart';
import { OUTFLOWS, monthsOf, outflowOf, yearsOf } from './forecast-months';
import { monthName } from './month-name';

const PARTS = ['paid', 'ordered', 'scheduled', 'unscheduled', 'total', 'byYearEnd'] as const;
type Part = (typeof PARTS)[number];

/** "Prognose": what will flow out when, by payments, orders and the schedules of the awards. */
@Component({
  selector: 'app-forecast-view',
  imports: [EuroPipe, ForecastChart, MomentPipe, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './forecast-view.html',
  styleUrl: './forecast-view.scss',
})
export class ForecastView {
  private readonly client = inject(ForecastClient);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly parts = PARTS;
  protected readonly outflows = OUTFLOWS;

  readonly filter = input.required<CaseFilter>();

  protected readonly forecast = resource({
    params: () => this.filter(),
    loader: ({ params, abortSignal }) => this.client.forecast(params, abortSignal),
  });
  protected readonly problem = computed(() => {
    const error = this.forecast.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly shown = computed(() => (this.forecast.hasValue() ? this.forecast.value() : null));
  protected readonly total = computed(() => {
    const years = this.shown()?.years ?? [];
    return (part: Part): number => years.reduce((sum, year) => sum + year[`${part}Cents`], 0);
  });

  /** Of the months: a payment of one budget year may fall into the next calendar year. */
  protected readonly calendarYears = computed(() => yearsOf(this.shown()?.months ?? []));
  protected readonly year = linkedSignal<readonly number[], number | null>({
    source: this.calendarYears,
    computation: (years, previous) => {
      const wanted = previous?.value ?? Number(this.session.today().slice(0, 4));
      return years.includes(wanted) ? wanted : (years[0] ?? null);
    },
  });
  protected readonly months = computed(() => {
    const year = this.year();
    return year === null ? [] : monthsOf(this.shown()?.months ?? [], year);
  });
  protected readonly monthRows = computed(() =>
    this.months().map((month) => ({
      ...month,
      name: monthName(month.month, this.texts.language(), 'long'),
      totalCents: outflowOf(month),
    })),
  );

  protected amount(year: ForecastYearDto, part: Part): number {
    return year[`${part}Cents`];
  }

  protected sum(part: 'paidCents' | 'orderedCents' | 'scheduledCents' | 'totalCents'): number {
    return this.monthRows().reduce((sum, row) => sum + row[part], 0);
  }
}
