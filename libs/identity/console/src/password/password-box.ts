import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { Control, Field, Icon } from '@wir/shared/ui';

/** A password with a button that shows it. Pasting and password managers work. */
@Component({
  selector: 'app-password-box',
  imports: [Control, Field, FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-field [field]="field()" [label]="label()" [hint]="hint()">
      <span class="password">
        <input
          appControl
          [type]="shown() ? 'text' : 'password'"
          [autocomplete]="autocomplete()"
          autocapitalize="none"
          spellcheck="false"
          [formField]="field()"
        />
        <button type="button" class="reveal" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
          <app-icon name="eye" /><span>{{ t(shown() ? 'identity.password.hide' : 'identity.password.show') }}</span>
          <span class="visually-hidden">: {{ label() }}</span>
        </button>
      </span>
    </app-field>
  `,
  styleUrl: './password-box.scss',
})
export class PasswordBox {
  protected readonly t = injectTexts();
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  protected readonly shown = signal(false);
}
