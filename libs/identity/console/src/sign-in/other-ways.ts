import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import type { SignInMethodsDto } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';

import { SignInClient } from '../data/sign-in-client';

/** Sign-in services of others (the state's, the municipalities'): links that leave the portal and come back signed in. */
@Component({
  selector: 'app-other-ways',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="or">{{ t('identity.signIn.or') }}</p>
    @for (service of services(); track service.id) {
      <a
        matButton="outlined"
        class="service"
        [href]="client.oidcAddress(service.id)"
        [attr.target]="inNewTab() ? '_blank' : null"
        rel="noopener"
      >
        <app-icon name="building" /> {{ t('identity.signIn.with', { label: service.label }) }}
        @if (inNewTab()) {
          <span class="visually-hidden">({{ t('identity.signIn.newTab') }})</span>
        }
      </a>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.625rem;
      margin-top: 1.25rem;
    }
    .or {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      margin: 0;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    .or::before,
    .or::after {
      flex: 1;
      border-top: 1px solid var(--app-line);
      content: '';
    }
    a.service {
      height: auto;
      min-height: 2.75rem;
      padding-block: 0.25rem;
      text-align: center;
    }
  `,
})
export class OtherWays {
  protected readonly client = inject(SignInClient);
  protected readonly t = injectTexts();
  readonly services = input.required<SignInMethodsDto['oidc']>();
  /** Over a page that must stay: the other tab tells this one when somebody is signed in. */
  readonly inNewTab = input(false);
}
