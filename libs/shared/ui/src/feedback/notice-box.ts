import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check-circle',
  warning: 'alert',
  danger: 'error',
};

/** A box beside the flow: a hint, a success, a warning. Give the host `role="status"` or `role="alert"` when it appears later. */
@Component({
  selector: 'app-notice-box',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()' },
  template: `<app-icon [name]="icon()" />
    <div><ng-content /></div>`,
  styles: `
    :host {
      --box: var(--kern-color-feedback-info);
      --ground: var(--kern-color-feedback-info-background);
      display: flex;
      gap: 0.75rem;
      padding: 0.75rem 1rem;
      background: color-mix(in oklch, var(--ground) 65%, var(--app-surface));
      border-left: 4px solid var(--box);
      border-radius: var(--app-radius);
    }
    app-icon {
      margin-top: 0.0625rem;
      color: var(--box);
    }
    div {
      min-width: 0;
    }
    :host([data-tone='success']) {
      --box: var(--kern-color-feedback-success);
      --ground: var(--kern-color-feedback-success-background);
    }
    :host([data-tone='warning']) {
      --box: var(--kern-color-feedback-warning);
      --ground: var(--kern-color-feedback-warning-background);
    }
    :host([data-tone='danger']) {
      --box: var(--kern-color-feedback-danger);
      --ground: var(--kern-color-feedback-danger-background);
    }
  `,
})
export class NoticeBox {
  readonly tone = input<NoticeTone>('info');
  protected readonly icon = computed(() => ICONS[this.tone()]);
}
