import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { Icon, MomentPipe } from '@wir/shared/ui';
import { AccountActs } from './account-acts';
import { AccountStore } from './account-store';

/** Where the person is signed in now. */
@Component({
  selector: 'app-account-sessions-tab',
  imports: [Icon, MatButton, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('admin.sessions.title') }}</h2>
      @if (sessions().length === 0) {
        <p class="muted">{{ t('admin.sessions.none') }}</p>
      } @else {
        <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('admin.sessions.title')">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{{ t('admin.sessions.device') }}</th>
                <th scope="col">{{ t('admin.sessions.method') }}</th>
                <th scope="col">{{ t('admin.sessions.address') }}</th>
                <th scope="col">{{ t('admin.sessions.started') }}</th>
                <th scope="col">{{ t('admin.sessions.used') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (session of sessions(); track session.id) {
                <tr>
                  <td class="device">{{ session.userAgent ?? t('admin.sessions.unknown') }}</td>
                  <td>{{ t('admin.method.' + session.method) }}</td>
                  <td>{{ session.address ?? '–' }}</td>
                  <td>{{ session.startedAt | moment }}</td>
                  <td>{{ session.lastUsedAt | moment }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        @if (store.mayAct()) {
          <div class="button-row">
            <button matButton="outlined" type="button" (click)="end()">
              <app-icon name="sign-out" /> {{ t('admin.act.endSessions') }}
            </button>
          </div>
        }
      }
    </section>
  `,
  styles: `
    .device {
      min-width: 14rem;
      overflow-wrap: anywhere;
    }
    td:not(.device) {
      white-space: nowrap;
    }
    .button-row {
      margin-top: 1rem;
    }
  `,
})
export class AccountSessionsTab {
  private readonly acts = inject(AccountActs);
  protected readonly store = inject(AccountStore);
  protected readonly t = injectTexts();
  protected readonly sessions = computed(() => this.store.account.value()?.sessions ?? []);

  protected end(): void {
    void this.acts.do('endSessions');
  }
}
