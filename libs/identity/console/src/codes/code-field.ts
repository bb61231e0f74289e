import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { Control, Field } from '@wir/shared/ui';

export type CodeKind = 'totp' | 'recovery';

/** One box for the code of the app or a recovery code; password managers and the phone's keyboard may fill it. */
@Component({
  selector: 'app-code-field',
  imports: [Control, Field, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (kind() === 'totp') {
      <app-field [field]="field()" [label]="t('identity.code.totp')" [hint]="t('identity.code.totpHint')">
        <input
          appControl
          class="code"
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          [formField]="field()"
        />
      </app-field>
    } @else {
      <app-field [field]="field()" [label]="t('identity.code.recovery')" [hint]="t('identity.code.recoveryHint')">
        <input
          appControl
          class="recovery"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          [formField]="field()"
        />
      </app-field>
    }
  `,
  styles: `
    .code {
      max-width: 11rem;
      font-size: 1.25rem;
      letter-spacing: 0.2em;
    }
    .recovery {
      max-width: 18rem;
      letter-spacing: 0.05em;
    }
  `,
})
export class CodeField {
  protected readonly t = injectTexts();
  readonly field = input.required<FieldTree<string>>();
  readonly kind = input<CodeKind>('totp');
}
