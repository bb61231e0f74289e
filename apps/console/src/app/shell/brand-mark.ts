import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Three bands in the colours of Hesse; our own drawing, not the arms of the state. */
@Component({
  selector: 'app-brand-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" />
      <path class="white" d="M5 12.5c8 0 10-5 22-5v3.5c-12 0-14 5-22 5zM5 24.5c8 0 10-5 22-5V23c-12 0-14 5-22 5z" />
      <path class="red" d="M5 18.5c8 0 10-5 22-5V17c-12 0-14 5-22 5z" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      width: 2rem;
      height: 2rem;
      flex: none;
    }
    rect {
      fill: var(--app-brand-deep-end);
    }
    .white {
      fill: #fff;
    }
    .red {
      fill: oklch(62% 0.22 22);
    }
  `,
})
export class BrandMark {}
