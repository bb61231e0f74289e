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
import { transformedValue } from '@angular/forms/signals';
import { Field } from '@wir/shared/ui';

/** A number typed in German (`0,75`), held as it is; null while empty. */
@Component({
  selector: 'app-quantity-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <input
      #box
      class="control"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      [id]="field?.controlId ?? ''"
      [value]="raw()"
      [disabled]="disabled()"
      [readOnly]="readonly()"
      [attr.aria-describedby]="field?.describedBy() ?? null"
      [attr.aria-invalid]="showsError() ? 'true' : null"
      (input)="raw.set(box.value)"
      (blur)="touch.emit()"
    />
  `,
  styles: `
    :host {
      display: block;
    }
    .control {
      text-align: right;
    }
  `,
})
export class QuantityField implements FormValueControl<number | null> {
  protected readonly field = inject(Field, { optional: true });
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly value = model<number | null>(null);
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly disabled = input(false);
  readonly readonly = input(false);
  readonly invalid = input(false);

  protected readonly raw = transformedValue(this.value, { parse: readQuantity, format: showQuantity });
  protected readonly showsError = computed(() => this.touched() && this.invalid());

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
    this.box().nativeElement.select();
  }
}

function readQuantity(text: string): { value?: number | null; error?: { kind: string } } {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  return /^\d{1,4}(?:,\d{1,4})?$/.test(trimmed)
    ? { value: Number(trimmed.replace(',', '.')) }
    : { error: { kind: 'field.invalid' } };
}

function showQuantity(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
