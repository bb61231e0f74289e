import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Texts, injectTexts } from '@wir/shared/console';
import type { BudgetYearDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import type { EChartsType } from 'echarts/core';
import { FIGURES, figureLabel, type Figure } from '../look/figure';
import { millionEuro } from '../value/whole-euro';
import { chartOption, type ChartTexts } from './chart-option';

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
  private readonly destroy = inject(DestroyRef);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly chart = signal<EChartsType | null>(null);
  private readonly width = signal(0);
  private readonly t = injectTexts();

  readonly years = input.required<readonly BudgetYearDto[]>();
  readonly chosen = output<ChosenBar>();

  constructor() {
    afterNextRender(() => void this.start());
    effect(() => this.draw());
  }

  private async start(): Promise<void> {
    const { init } = await import('./chart-engine');
    if (this.destroy.destroyed) return;
    const element = this.place().nativeElement;
    const chart = init(element, null, { renderer: 'svg' });
    chart.on('click', ({ seriesId, dataIndex }) => this.choose(seriesId, dataIndex));
    // Drawn in the next frame: drawing inside the observer would make it report once more.
    const observer = new ResizeObserver(([entry]) =>
      requestAnimationFrame(() => this.width.set(Math.round(entry?.contentRect.width ?? 0))),
    );
    observer.observe(element);
    this.destroy.onDestroy(() => {
      observer.disconnect();
      chart.dispose();
    });
    this.chart.set(chart);
  }

  private draw(): void {
    const language = this.texts.language();
    const chart = this.chart();
    const width = this.width();
    if (!chart || width === 0) return;
    const texts: ChartTexts = {
      description: this.t('budget.chart.description'),
      nameOf: (figure) => this.t(figureLabel(figure)),
      million: (amount) => millionEuro(amount, language),
      exact: (amount) => formatEuro(cents(amount), language),
    };
    chart.resize();
    chart.setOption(chartOption(this.years(), texts, width), { notMerge: true });
  }

  private choose(seriesId: string | undefined, index: number): void {
    const figure = FIGURES.find((known) => known === seriesId);
    const year = this.years()[index]?.year;
    if (figure && year !== undefined) this.chosen.emit({ year, figure });
  }
}
