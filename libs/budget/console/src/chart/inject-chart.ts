import { DestroyRef, ElementRef, afterNextRender, effect, inject, signal } from '@angular/core';
import type { EChartsType } from 'echarts/core';
import type { ChartOption } from './chart-option';

/** Series and place of what was clicked. */
export interface ClickedMark {
  readonly seriesId: string | undefined;
  readonly index: number;
}

/**
 * Draws a chart into an element, again whenever its width or a signal read by `option` changes. The drawing itself is
 * loaded when it is needed first. Call in an injection context.
 */
export function injectChart(
  place: () => ElementRef<HTMLElement>,
  option: (width: number) => ChartOption,
  clicked: (mark: ClickedMark) => void = () => undefined,
): void {
  const destroy = inject(DestroyRef);
  const chart = signal<EChartsType | null>(null);
  const width = signal(0);

  const start = async (): Promise<void> => {
    const { init } = await import('./chart-engine');
    if (destroy.destroyed) return;
    const element = place().nativeElement;
    const drawn = init(element, null, { renderer: 'svg' });
    drawn.on('click', ({ seriesId, dataIndex }) => clicked({ seriesId, index: dataIndex }));
    // Drawn in the next frame: drawing inside the observer would make it report once more.
    const observer = new ResizeObserver(([entry]) =>
      requestAnimationFrame(() => width.set(Math.round(entry?.contentRect.width ?? 0))),
    );
    observer.observe(element);
    destroy.onDestroy(() => {
      observer.disconnect();
      drawn.dispose();
    });
    chart.set(drawn);
  };

  afterNextRender(() => void start());
  effect(() => {
    const drawn = chart();
    const wide = width();
    if (!drawn || wide === 0) return;
    drawn.resize();
    drawn.setOption(option(wide), { notMerge: true });
  });
}
