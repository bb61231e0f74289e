import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import type { Role } from '@wir/identity/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import { Icon, fieldErrorText } from '@wir/shared/ui';

let nextId = 0;

/** Roles to tick, with what each allows: `<app-role-choice [formField]="form.roles" [roles]="roles()" />`. */
@Component({
  selector: 'app-role-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset [attr.aria-describedby]="error() ? errorId : null">
      <legend>{{ t('admin.column.roles') }}</legend>
      @if (error(); as error) {
        <p class="error" [id]="errorId"><app-icon name="error" /> {{ error }}</p>
      }
      @for (role of roles(); track role) {
        <label class="choice">
          <input type="checkbox" [checked]="value().includes(role)" (change)="toggle(role)" />
          <span
            >{{ t('admin.role.' + role) }}
            @if (explained()) {
              <span class="allows muted">{{ t('admin.allows.' + role) }}</span>
            }
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    legend {
      margin-bottom: 0.25rem;
      font-weight: 500;
    }
    .allows {
      display: block;
      font-size: 0.875rem;
    }
    .error {
      display: flex;
      gap: 0.375rem;
      margin: 0 0 0.375rem;
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
  `,
})
export class RoleChoice implements FormValueControl<readonly Role[]> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly errorId = `roles-${nextId++}-error`;

  readonly value = model<readonly Role[]>([]);
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly roles = input.required<readonly Role[]>();
  readonly explained = input(false);

  protected readonly error = computed(() => {
    const [first] = this.errors();
    return this.touched() && first ? fieldErrorText(first, this.texts.language()) : null;
  });

  focus(options?: FocusOptions): void {
    this.host.nativeElement.querySelector('input')?.focus(options);
  }

  protected toggle(role: Role): void {
    this.value.update((roles) => (roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role]));
    this.touch.emit();
  }
}
