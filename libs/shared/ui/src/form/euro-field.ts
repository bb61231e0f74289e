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
import { cents, formatEuroInput, parseEuro } from '@wir/shared/kernel';
import { Field } from './field';

/**
 * An amount typed in German, held as integer cents (null while empty). What cannot be read stays in the box with
 * its reason as the field's error; what can be read is shown as `1.234,50` on leaving the field.
 */
@Component({
  selector: 'app-euro-field',
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
      [attr.aria-label]="label() ?? null"
      [attr.aria-describedby]="field?.describedBy() ?? null"
      [attr.aria-invalid]="showsError() ? 'true' : null"
      (input)="raw.set(box.value)"
      (blur)="leave()"
    />
    <span class="unit" aria-hidden="true">€</span>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      max-width: 14rem;
    }
    .control {
      padding-right: 2rem;
      text-align: right;
    }
    .unit {
      position: absolute;
      top: 50%;
      right: 0.75rem;
      color: var(--app-muted);
      transform: translateY(-50%);
      pointer-events: none;
    }
  `,
})
export class EuroField implements FormValueControl<number | null> {
  protected readonly field = inject(Field, { optional: true });
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly value = model<number | null>(null);
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly disabled = input(false);
  readonly readonly = input(false);
  readonly invalid = input(false);
  /** Only where no `app-field` stands around it, as in a grid cell. */
  readonly label = input<string>();

  protected readonly raw = transformedValue(this.value, { parse: readAmount, format: showAmount });
  protected readonly showsError = computed(() => this.touched() && this.invalid());

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
    this.box().nativeElement.select();
  }

  protected leave(): void {
    const read = parseEuro(this.raw());
    if (read.ok) this.raw.set(formatEuroInput(read.cents));
    this.touch.emit();
  }
}

function readAmount(text: string): { value?: number | null; error?: { kind: string } } {
  if (text.trim() === '') return { value: null };
  const read = parseEuro(text);
  return read.ok ? { value: read.cents } : { error: { kind: read.code } };
}

function showAmount(amount: number | null): string {
  return amount === null ? '' : formatEuroInput(cents(amount));
}
