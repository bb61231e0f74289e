import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Session, injectTexts } from '@wir/shared/console';
import { formatGermanDate, localDate } from '@wir/shared/kernel';
import { DayField, Field } from '@wir/shared/ui';

/** "Stand vom …": the figures as they were booked in the evening of a day. */
@Component({
  selector: 'app-as-of-form',
  imports: [DayField, Field, FormField, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="$event.preventDefault(); show()">
      <div class="row">
        <app-field [field]="form.day" [label]="t('budget.asOf.label')"
          ><app-day-field [formField]="form.day"
        /></app-field>
        <button matButton="outlined" type="submit">{{ t('budget.asOf.show') }}</button>
        @if (day()) {
          <button matButton type="button" (click)="chosen.emit(null)">{{ t('budget.asOf.now') }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: flex-end;
    }
  `,
})
export class AsOfForm {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly day = input<string | null>(null);
  /** A past day, or null for now. */
  readonly chosen = output<string | null>();

  private readonly draft = linkedSignal(() => ({ day: this.day() }));
  protected readonly form = form(this.draft, (path) => {
    required(path.day, { error: { kind: 'date.invalid' } });
    validate(path.day, ({ value }) => {
      const today = this.session.today();
      return (value() ?? '') > today ? { kind: 'date.too-late', max: formatGermanDate(localDate(today)) } : null;
    });
  });

  /** One field needs no summary of errors: focus goes to it, and its error is read with it. */
  protected show(): void {
    const field = this.form.day();
    field.markAsTouched();
    if (field.invalid()) return field.focusBoundControl();
    const { day } = this.draft();
    this.chosen.emit(day === this.session.today() ? null : day);
  }
}
