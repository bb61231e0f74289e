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
import { transformedValue, type FormValueControl } from '@angular/forms/signals';
import { Field } from '@wir/shared/ui';
import { basisPointsText, parseBasisPoints } from './percent-text';

/** A percentage typed in German, held as hundredths of a percent (null while empty). */
@Component({
  selector: 'app-percent-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <input
      #box
      class="control"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      [id]="field.controlId"
      [value]="raw()"
      [attr.aria-describedby]="field.describedBy()"
      [attr.aria-invalid]="showsError() ? 'true' : null"
      (input)="raw.set(box.value)"
      (blur)="leave()"
    />
    <span class="unit" aria-hidden="true">%</span>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      max-width: 8rem;
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
export class PercentField implements FormValueControl<number | null> {
  protected readonly field = inject(Field);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly value = model<number | null>(null);
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly invalid = input(false);

  protected readonly raw = transformedValue(this.value, { parse: readPercent, format: showPercent });
  protected readonly showsError = computed(() => this.touched() && this.invalid());

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
    this.box().nativeElement.select();
  }

  protected leave(): void {
    const read = parseBasisPoints(this.raw());
    if (read !== null) this.raw.set(basisPointsText(read));
    this.touch.emit();
  }
}

function readPercent(text: string): { value?: number | null; error?: { kind: string } } {
  if (text.trim() === '') return { value: null };
  const read = parseBasisPoints(text);
  return read === null ? { error: { kind: 'field.invalid' } } : { value: read };
}

function showPercent(basisPoints: number | null): string {
  return basisPoints === null ? '' : basisPointsText(basisPoints);
}
