import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { formatIban, isIban, normalizeIban } from '@wir/disbursements/domain';
import { injectTexts } from '@wir/shared/console';
import { Field, Icon } from '@wir/shared/ui';
import { caretAfter, ibanProgress } from './iban-typing';

/** An IBAN typed or pasted in any form, shown in groups of four, held without blanks; checked while it is typed. */
@Component({
  selector: 'app-iban-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <input
      #box
      class="control"
      type="text"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      maxlength="48"
      [id]="field?.controlId ?? ''"
      [value]="shown()"
      [disabled]="disabled()"
      [attr.aria-describedby]="field?.describedBy() ?? null"
      [attr.aria-invalid]="touched() && invalid() ? 'true' : null"
      (input)="read()"
      (blur)="touch.emit()"
    />
    <p class="note" aria-live="polite" [attr.data-progress]="progress().kind">
      @switch (progress().kind) {
        @case ('valid') {
          <app-icon name="check-circle" /> {{ t('disbursements.iban.valid') }}
        }
        @case ('short') {
          {{ t('disbursements.iban.missing', { count: progress().missing }) }}
        }
        @case ('wrong') {
          <app-icon name="error" /> {{ t('disbursements.iban.wrong') }}
        }
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      max-width: 26rem;
    }
    .control {
      letter-spacing: 0.03em;
    }
    .note {
      display: flex;
      gap: 0.375rem;
      align-items: center;
      min-height: 1.5rem;
      margin: 0.25rem 0 0;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    .note[data-progress='valid'] {
      color: var(--kern-color-feedback-success);
    }
    .note[data-progress='wrong'] {
      color: var(--kern-color-feedback-danger);
    }
  `,
})
export class IbanField implements FormValueControl<string> {
  protected readonly field = inject(Field, { optional: true });
  protected readonly t = injectTexts();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly value = model('');
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly disabled = input(false);
  readonly invalid = input(false);

  protected readonly shown = computed(() => formatIban(this.value()));
  protected readonly progress = computed(() => ibanProgress(this.value(), isIban(this.value())));

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  /** Regroups at once and leaves the caret behind the character it stood behind. */
  protected read(): void {
    const box = this.box().nativeElement;
    const before = normalizeIban(box.value.slice(0, box.selectionStart ?? box.value.length)).length;
    this.value.set(normalizeIban(box.value));
    box.value = formatIban(this.value());
    const caret = caretAfter(box.value, before);
    box.setSelectionRange(caret, caret);
  }
}
