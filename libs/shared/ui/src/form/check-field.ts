import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import type { FormCheckboxControl, ValidationError } from '@angular/forms/signals';
import { FORM_FIELD } from '@angular/forms/signals';
import { Texts, injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import { fieldErrorText } from './field-error-text';
import { FieldLabels } from './field-labels';
import { PointerPress } from './pointer-press';

let nextId = 0;

/** A declaration to tick, with its error above it: `<app-check-field [formField]="form.declared" [label]="t('…')" />`. */
@Component({
  selector: 'app-check-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (error(); as error) {
      <p class="error" [id]="id + '-error'">
        <app-icon name="error" /><span class="visually-hidden">{{ t('ui.form.error') }}:</span> {{ error }}
      </p>
    }
    <label class="choice">
      <input
        #box
        type="checkbox"
        [id]="id"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="error() ? id + '-error' : null"
        (change)="checked.set(box.checked)"
        (blur)="touched.set(true)"
      />
      <span>{{ label() }}</span>
    </label>
  `,
  styles: `
    .error {
      display: flex;
      gap: 0.375rem;
      margin: 0;
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
  `,
})
export class CheckField implements FormCheckboxControl {
  private readonly texts = inject(Texts);
  private readonly labels = inject(FieldLabels);
  private readonly formField = inject(FORM_FIELD, { optional: true, self: true });
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly t = injectTexts();
  protected readonly id = `check-${nextId++}`;

  readonly label = input.required<string>();
  readonly checked = model(false);
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);

  protected readonly error = inject(PointerPress).settled(
    computed(() => {
      const [first] = this.errors();
      return this.touched() && first ? fieldErrorText(first, this.texts.language()) : null;
    }),
  );

  constructor() {
    effect(() => {
      if (this.formField) this.labels.set(this.formField.state(), this.label());
    });
  }

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }
}
