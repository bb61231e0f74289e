import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * The head of a page with its one h1. Count or summary as projected `[summary]`, buttons as projected content:
 * `<app-page-header [heading]="t('…')"><span summary role="status">143 Treffer</span><a matButton="filled">…</a></app-page-header>`
 */
@Component({
  selector: 'app-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="words">
      <h1 tabindex="-1">{{ heading() }}</h1>
      <ng-content select="[summary]" />
      @if (lead(); as lead) {
        <div class="below">
          <p>{{ lead }}</p>
        </div>
      }
    </div>
    <div class="actions no-print"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1.5rem;
      align-items: flex-end;
      justify-content: space-between;
      margin-bottom: 1.25rem;
    }
    .words {
      display: flex;
      flex: 1 1 16rem;
      flex-wrap: wrap;
      gap: 0.125rem 0.875rem;
      align-items: baseline;
      min-width: 0;
    }
    .below {
      flex-basis: 100%;
    }
    .below p {
      margin: 0;
      max-width: var(--app-reading);
      color: var(--app-muted);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.625rem;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input<string>();
}
