import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Connectivity, injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';

/** Says that the line is down and that nothing is lost; goes away by itself. */
@Component({
  selector: 'app-offline-bar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (!connectivity.online()) {
        <p><app-icon name="offline" /> {{ t('ui.offline') }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 0.625rem;
      align-items: center;
      margin: 0;
      padding: 0.5rem 1.25rem;
      font-weight: 500;
      color: var(--kern-color-feedback-warning);
      background: var(--kern-color-feedback-warning-background);
      border-bottom: 1px solid currentcolor;
    }
  `,
})
export class OfflineBar {
  protected readonly connectivity = inject(Connectivity);
  protected readonly t = injectTexts();
}
