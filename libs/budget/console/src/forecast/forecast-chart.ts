import { ChangeDetectionStrategy, Component, ElementRef, inject, input, viewChild } from '@angular/core';
import { Texts, injectTexts } from '@wir/shared/console';
import type { ForecastMonthDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { chartFrame, stackedBar, type ChartOption } from '../chart/chart-option';
import { injectChart } from '../chart/inject-chart';
import type { Figure } from '../look/figure';
import { millionEuro } from '../value/whole-euro';
import { OUTFLOWS, type Outflow } from './forecast-months';
import { monthName } from './month-name';

/** Below it only the first letter of a month has room under its bar. */
const NARROW = 520;

/** What is planned is drawn as what is bound: it comes out of it. */
const LOOKS: Readonly<Record<Outflow, Figure>> = { paid: 'paid', ordered: 'ordered', scheduled: 'committed' };

/** One stacked bar per month; the table beside it says the same in figures. */
@Component({
  selector: 'app-forecast-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div #place class="place"></div>`,
  styleUrl: '../chart/budget-chart.scss',
})
export class ForecastChart {
  private readonly texts = inject(Texts);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly t = injectTexts();

  readonly months = input.required<readonly ForecastMonthDto[]>();

  constructor() {
    injectChart(this.place, (width) => this.option(width));
  }

  private option(width: number): ChartOption {
    const language = this.texts.language();
    const names = this.months().map(({ month }) => monthName(month, language, width < NARROW ? 'narrow' : 'short'));
    const frame = {
      description: this.t('budget.forecast.chart'),
      million: (amount: number) => millionEuro(amount, language),
      exact: (amount: number) => formatEuro(cents(amount), language),
    };
    const nameOf = (part: Outflow): string => this.t(`budget.forecast.${part}`);
    return {
      ...chartFrame(names, OUTFLOWS.map(nameOf), frame, width),
      series: OUTFLOWS.map((part) =>
        stackedBar(
          part,
          LOOKS[part],
          nameOf(part),
          this.months().map((month) => month[`${part}Cents`]),
        ),
      ),
    };
  }
}
