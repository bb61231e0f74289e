import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { NoticeBox, PageHeader, Tab, TabNav } from '@wir/shared/ui';

/** "Mein Konto". While a second factor is demanded and missing, only setting it up is here. */
@Component({
  selector: 'app-own-account-page',
  imports: [NoticeBox, PageHeader, RouterOutlet, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('identity.account.title')" [lead]="who()" />
    @if (session.mustEnrol()) {
      <app-notice-box class="enrol" tone="warning">
        <p>
          <strong>{{ t('identity.enrol.title') }}</strong>
        </p>
        <p class="last">{{ t('identity.enrol.text') }}</p>
      </app-notice-box>
    } @else {
      <app-tab-nav [tabs]="tabs()" [label]="t('identity.account.title')" />
    }
    <router-outlet />
  `,
  styles: `
    app-tab-nav,
    .enrol {
      margin-bottom: 1.25rem;
    }
    .enrol {
      max-width: 48rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class OwnAccountPage {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = computed<Tab[]>(() => [
    { path: 'sicherheit', label: 'identity.account.security' },
    { path: 'sitzungen', label: 'identity.account.sessions' },
    ...(this.session.can('delegation.read') ? [{ path: 'vertretung', label: 'identity.account.deputies' }] : []),
  ]);
  protected readonly who = computed(() => {
    const me = this.session.me();
    return me ? [me.name, me.applicantName, me.email].filter(Boolean).join(' · ') : '';
  });
}
