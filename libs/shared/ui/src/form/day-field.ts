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
import { injectTexts } from '@wir/shared/console';
import {
  formatGermanDate,
  holidayName,
  parseGermanDate,
  parseLocalDate,
  weekdayName,
  weekdayOf,
} from '@wir/shared/kernel';
import { Icon } from '../icon/icon';
import { Field } from './field';

/** A day typed as `03.10.2026` or picked from the browser's calendar, held as `YYYY-MM-DD` (null while empty). */
@Component({
  selector: 'app-day-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './day-field.html',
  styleUrl: './day-field.scss',
})
export class DayField implements FormValueControl<string | null> {
  protected readonly field = inject(Field, { optional: true });
  protected readonly t = injectTexts();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  readonly value = model<string | null>(null);
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly disabled = input(false);
  readonly readonly = input(false);
  readonly invalid = input(false);
  readonly autocomplete = input('off');

  protected readonly raw = transformedValue(this.value, { parse: readDay, format: showDay });
  protected readonly showsError = computed(() => this.touched() && this.invalid());
  /** "Samstag" or the holiday's name: terms may then end later, and the person should see it while typing. */
  protected readonly note = computed(() => {
    const day = parseLocalDate(this.value() ?? '');
    if (!day) return '';
    const holiday = holidayName(day);
    if (holiday) return `${weekdayName(day)}, ${holiday}`;
    return weekdayOf(day) >= 6 ? weekdayName(day) : '';
  });

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected leave(): void {
    const day = parseGermanDate(this.raw());
    if (day) this.raw.set(formatGermanDate(day));
    this.touch.emit();
  }

  protected openPicker(): void {
    this.picker().nativeElement.showPicker();
  }

  protected pick(day: string): void {
    this.value.set(day || null);
    this.box().nativeElement.focus();
  }
}

function readDay(text: string): { value?: string | null; error?: { kind: string } } {
  if (text.trim() === '') return { value: null };
  const day = parseGermanDate(text);
  return day ? { value: day } : { error: { kind: 'date.invalid' } };
}

function showDay(value: string | null): string {
  const day = parseLocalDate(value ?? '');
  return day ? formatGermanDate(day) : '';
}
