import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Texts, injectTexts } from '@wir/shared/console';
import type { BudgetYearDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { FIGURES, figureLabel, type Figure } from '../look/figure';
import { millionEuro } from '../value/whole-euro';
import { chartOption, type ChartOption } from './chart-option';
import { injectChart, type ClickedMark } from './inject-chart';

export interface ChosenBar {
  readonly year: number;
  readonly figure: Figure;
}

/** One stacked bar per year. The matrix above is its text alternative; a click opens the bookings, as its cells do. */
@Component({
  selector: 'app-budget-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div #place class="place"></div>`,
  styleUrl: './budget-chart.scss',
})
export class BudgetChart {
  private readonly texts = inject(Texts);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly t = injectTexts();

  readonly years = input.required<readonly BudgetYearDto[]>();
  readonly chosen = output<ChosenBar>();

  constructor() {
    injectChart(
      this.place,
      (width) => this.option(width),
      (mark) => this.choose(mark),
    );
  }

  private option(width: number): ChartOption {
    const language = this.texts.language();
    return chartOption(
      this.years(),
      {
        description: this.t('budget.chart.description'),
        nameOf: (figure) => this.t(figureLabel(figure)),
        million: (amount) => millionEuro(amount, language),
        exact: (amount) => formatEuro(cents(amount), language),
      },
      width,
    );
  }

  private choose({ seriesId, index }: ClickedMark): void {
    const figure = FIGURES.find((known) => known === seriesId);
    const year = this.years()[index]?.year;
    if (figure && year !== undefined) this.chosen.emit({ year, figure });
  }
}
