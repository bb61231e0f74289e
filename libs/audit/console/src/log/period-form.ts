import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { formatGermanDate, localDate } from '@wir/shared/kernel';
import { DayField, Field } from '@wir/shared/ui';

/** First and last day; either may be left open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

@Component({
  selector: 'app-period-form',
  imports: [DayField, Field, FormField, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate [attr.aria-label]="t('audit.filter.period')" (submit)="$event.preventDefault(); apply()">
      <app-field [field]="form.from" [label]="t('audit.filter.from')"
        ><app-day-field [formField]="form.from"
      /></app-field>
      <app-field [field]="form.to" [label]="t('audit.filter.to')"><app-day-field [formField]="form.to" /></app-field>
      <button matButton="outlined" type="submit">{{ t('audit.filter.apply') }}</button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: flex-end;
    }
  `,
})
export class PeriodForm {
  protected readonly t = injectTexts();

  readonly period = input.required<Period>();
  readonly chosen = output<Period>();

  private readonly draft = linkedSignal(() => ({ ...this.period() }));
  protected readonly form = form(this.draft, (path) => {
    validate(path.to, ({ value, valueOf }) => {
      const [from, to] = [valueOf(path.from), value()];
      return from && to && to < from ? { kind: 'date.too-early', min: formatGermanDate(localDate(from)) } : null;
    });
  });

  /** Two fields need no summary of errors: focus goes to the first faulty one, and its error is read with it. */
  protected apply(): void {
    const fields = [this.form.from(), this.form.to()];
    for (const field of fields) field.markAsTouched();
    const faulty = fields.find((field) => field.invalid());
    if (faulty) return faulty.focusBoundControl();
    this.chosen.emit(this.draft());
  }
}
