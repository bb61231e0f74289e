import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PASSWORD_LENGTH } from '@wir/identity/domain';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import { type PasswordFor, passwordRules } from './password-rules';

/** The rules of a new password, ticked off while it is typed; read out once they are all met. */
@Component({
  selector: 'app-password-checklist',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ t('identity.password.rules') }}</p>
    <ul>
      @for (rule of rules(); track rule.name) {
        <li [class.met]="rule.isMet">
          <app-icon [name]="rule.isMet ? 'check-circle' : rule.name === 'maximum' ? 'error' : 'minus'" />
          <span>{{ t('identity.password.rule.' + rule.name, { min: surroundings().minLength, max }) }}</span>
          <span class="visually-hidden"
            >({{ t(rule.isMet ? 'identity.password.met' : 'identity.password.open') }})</span
          >
        </li>
      }
      <li>
        <app-icon name="info" /><span>{{ t('identity.password.rule.common') }}</span>
      </li>
    </ul>
    <p class="visually-hidden" role="status">{{ allMet() ? t('identity.password.allMet') : '' }}</p>
  `,
  styles: `
    :host {
      display: block;
      padding: 0.75rem 1rem;
      background: var(--app-sunken);
      border-radius: var(--app-radius);
      font-size: 0.9375rem;
    }
    p {
      margin: 0 0 0.375rem;
      font-weight: 500;
    }
    ul {
      display: grid;
      gap: 0.25rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 0.5rem;
    }
    app-icon {
      margin-top: 0.125rem;
      color: var(--app-muted);
    }
    .met app-icon {
      color: var(--kern-color-feedback-success);
    }
  `,
})
export class PasswordChecklist {
  protected readonly t = injectTexts();
  protected readonly max = PASSWORD_LENGTH.max;
  readonly password = input.required<string>();
  readonly surroundings = input.required<PasswordFor>();

  protected readonly rules = computed(() => passwordRules(this.password(), this.surroundings()));
  protected readonly allMet = computed(() => this.rules().every(({ isMet }) => isMet));
}
