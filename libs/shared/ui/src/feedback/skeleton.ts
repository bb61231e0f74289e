import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';

/** Grey lines that stand for content; they show after 300 ms only, so that fast answers do not flicker. */
@Component({
  selector: 'app-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-busy': 'true' },
  template: `
    <span class="visually-hidden">{{ t('ui.loading') }}</span>
    @for (line of lines(); track line) {
      <span class="line"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      padding: 1rem 0;
      animation: appear 1ms 300ms both;
    }
    .line {
      height: 1.5rem;
      background: linear-gradient(90deg, var(--app-line) 25%, var(--app-hover) 50%, var(--app-line) 75%) 0 0 / 300% 100%;
      border-radius: var(--app-radius);
      animation: sweep 1.6s linear infinite;
    }
    .line:nth-child(3n) {
      width: 82%;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes sweep {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -50% 0;
      }
    }
  `,
})
export class Skeleton {
  readonly rows = input(4);
  protected readonly t = injectTexts();
  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
