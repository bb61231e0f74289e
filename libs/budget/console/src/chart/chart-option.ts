import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { BudgetYearDto } from '@wir/shared/contract';
import { amountOf, type Figure } from '../look/figure';

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | ScatterSeriesOption
  | TooltipComponentOption
>;

export interface FrameTexts {
  readonly description: string;
  million(amountCents: number): string;
  exact(amountCents: number): string;
}

export interface ChartTexts extends FrameTexts {
  nameOf(figure: Figure): string;
}

/** From the ground up: what is gone, what is promised, what is free. */
const STACK: readonly Figure[] = ['paid', 'ordered', 'committed', 'reserved', 'returned', 'locked', 'lapsed', 'free'];
const ALWAYS: readonly Figure[] = ['paid', 'ordered', 'committed', 'reserved', 'free'];
const WITH_EDGE: readonly Figure[] = ['reserved', 'free'];

const FONT = 'Fira Sans, sans-serif';
const AXIS_WIDTH = 72;
/** Below it the legend takes three lines. */
const NARROW = 320;
const DECAL_COLOUR = 'var(--figure-decal)';
/** A pattern besides the colour of each part. */
const DECALS: Readonly<Partial<Record<Figure, object>>> = {
  ordered: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: DECAL_COLOUR },
  committed: {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    color: DECAL_COLOUR,
  },
  reserved: {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 6],
    rotation: Math.PI / 4,
    color: 'var(--figure-line)',
  },
};

export function stackOf(years: readonly BudgetYearDto[]): Figure[] {
  return STACK.filter((figure) => ALWAYS.includes(figure) || years.some((year) => amountOf(year, figure) !== 0));
}

/** Colours are CSS variables of the component: SVG follows the theme by itself. */
export function chartOption(years: readonly BudgetYearDto[], texts: ChartTexts, width: number): ChartOption {
  const legend = [...stackOf(years), 'appropriated' as const].map((figure) => texts.nameOf(figure));
  return {
    ...chartFrame(
      years.map(({ year }) => String(year)),
      legend,
      texts,
      width,
    ),
    series: [...stackOf(years).map((figure) => bar(years, figure, texts)), appropriation(years, texts, width)],
  };
}

/** Axes, legend and tooltip of all charts of the budget. */
export function chartFrame(
  names: readonly string[],
  legend: readonly string[],
  texts: FrameTexts,
  width: number,
): ChartOption {
  const isNarrow = width < NARROW;
  const label = { color: 'var(--app-muted)', fontFamily: FONT, fontSize: 13 };
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, label: { description: texts.description }, decal: { show: true } },
    grid: { top: 24, left: 8, right: 8, bottom: isNarrow ? 92 : 64 },
    legend: {
      bottom: 0,
      itemWidth: 18,
      itemHeight: 12,
      selectedMode: false,
      textStyle: { ...label, color: 'var(--app-text)' },
      data: [...legend],
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--figure-line)', opacity: 0.08 } },
      backgroundColor: 'var(--app-surface)',
      borderColor: 'var(--app-line-strong)',
      textStyle: { color: 'var(--app-text)', fontFamily: FONT, fontSize: 13 },
      valueFormatter: (value) => texts.exact(Number(value)),
    },
    xAxis: {
      type: 'category',
      data: [...names],
      axisLabel: { ...label, color: 'var(--app-text)', fontSize: isNarrow ? 12 : 14, interval: 0 },
      axisLine: { lineStyle: { color: 'var(--app-line-strong)' } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { ...label, formatter: (value: number) => texts.million(value) },
      splitLine: { lineStyle: { color: 'var(--app-line)' } },
    },
  };
}

function bar(years: readonly BudgetYearDto[], figure: Figure, texts: ChartTexts): BarSeriesOption {
  return stackedBar(
    figure,
    figure,
    texts.nameOf(figure),
    years.map((year) => amountOf(year, figure)),
  );
}

/** One part of all bars, in the colour and pattern of a figure. */
export function stackedBar(id: string, look: Figure, name: string, amounts: readonly number[]): BarSeriesOption {
  const isEdged = WITH_EDGE.includes(look);
  return {
    type: 'bar',
    id,
    name,
    stack: 'year',
    barWidth: '56%',
    emphasis: { disabled: true },
    itemStyle: {
      color: `var(--figure-${look})`,
      borderColor: isEdged ? 'var(--figure-line)' : 'var(--app-surface)',
      borderWidth: 1,
      decal: DECALS[look] ?? { symbol: 'none' },
    },
    data: [...amounts],
  };
}

/** The Ansatz as a mark over each bar, since the parts always sum to it. */
function appropriation(years: readonly BudgetYearDto[], texts: ChartTexts, width: number): ScatterSeriesOption {
  return {
    type: 'scatter',
    id: 'appropriated',
    name: texts.nameOf('appropriated'),
    symbol: 'rect',
    symbolSize: [markWidth(width, years.length), 4],
    emphasis: { disabled: true },
    itemStyle: { color: 'var(--app-text)', decal: { symbol: 'none' } },
    data: years.map((year) => amountOf(year, 'appropriated')),
    z: 5,
  };
}

/** A little wider than the bar, which takes a share of its year's place beside the axis. */
function markWidth(width: number, years: number): number {
  const place = Math.max(0, width - AXIS_WIDTH) / Math.max(1, years);
  return Math.round(place * 0.66);
}
