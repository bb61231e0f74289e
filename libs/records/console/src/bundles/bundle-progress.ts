import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { StatusChip } from '@wir/shared/ui';
import type { AuditBundle } from '../data/bundle-client';
import { BUNDLE_LOOKS } from '../look/record-looks';

/** The state of a bundle; while it is made, how much of it is there. */
@Component({
  selector: 'app-bundle-progress',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-status-chip [look]="look()" />
    @if (bundle().state === 'RUNNING' && bundle().total > 0) {
      <progress
        [max]="bundle().total"
        [value]="bundle().done"
        [attr.aria-label]="t('records.bundle.progress', { label: bundle().label })"
      ></progress>
      <span class="muted">{{ t('records.bundle.parts', { done: bundle().done, total: bundle().total }) }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.625rem;
      align-items: center;
    }
    progress {
      width: 7rem;
      height: 0.5rem;
      accent-color: var(--app-action);
    }
    span {
      font-size: 0.8125rem;
    }
  `,
})
export class BundleProgress {
  protected readonly t = injectTexts();
  readonly bundle = input.required<AuditBundle>();
  protected readonly look = computed(() => BUNDLE_LOOKS[this.bundle().state]);
}
