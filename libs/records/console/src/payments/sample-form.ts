import { ChangeDetectionStrategy, Component, input, linkedSignal, output, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, EuroField, Field, submitForm } from '@wir/shared/ui';
import type { SampleWish } from '../data/payment-trace-client';
import { MAX_SAMPLE, randomSeed, sizeOf } from './sample-address';

const USUAL_SIZE = '25';

/** What the sample is drawn from and by which seed. */
@Component({
  selector: 'app-sample-form',
  imports: [Control, DayField, ErrorSummary, EuroField, Field, FormField, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate class="panel stack no-print" (submit)="$event.preventDefault(); draw()">
      <app-error-summary [form]="form" />
      <div class="fields">
        <app-field [field]="form.seed" [label]="t('records.sample.seed')" [hint]="t('records.sample.seedHint')">
          <input appControl type="text" autocomplete="off" spellcheck="false" [formField]="form.seed" />
        </app-field>
        <app-field
          [field]="form.size"
          [label]="t('records.sample.size')"
          [hint]="t('records.sample.sizeHint', { max: most })"
        >
          <input appControl type="text" inputmode="numeric" autocomplete="off" [formField]="form.size" />
        </app-field>
      </div>
      <div class="fields">
        <app-field [field]="form.from" [label]="t('records.sample.from')" [optional]="true">
          <app-day-field [formField]="form.from" />
        </app-field>
        <app-field [field]="form.to" [label]="t('records.sample.to')" [optional]="true">
          <app-day-field [formField]="form.to" />
        </app-field>
        <app-field [field]="form.minCents" [label]="t('records.sample.min')" [optional]="true">
          <app-euro-field [formField]="form.minCents" />
        </app-field>
      </div>
      <div class="button-row">
        <button matButton="filled" type="submit">{{ t('records.sample.draw') }}</button>
        <button matButton type="button" (click)="renew()">{{ t('records.sample.newSeed') }}</button>
      </div>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: 1rem 1.25rem;
      align-items: end;
    }
  `,
})
export class SampleForm {
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly most = MAX_SAMPLE;
  readonly wish = input.required<SampleWish | null>();
  readonly asked = output<SampleWish>();

  private readonly draft = linkedSignal(() => {
    const wish = this.wish();
    return {
      seed: wish?.seed ?? randomSeed(),
      size: wish === null ? USUAL_SIZE : String(wish.size),
      from: wish?.from ?? null,
      to: wish?.to ?? null,
      minCents: wish?.minCents ?? null,
    };
  });
  protected readonly form = form(this.draft, (path) => {
    validate(path.seed, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.seed, 60);
    validate(path.size, ({ value }) => (sizeOf(value()) === null ? { kind: 'pattern' } : null));
    validate(path.to, ({ value, valueOf }) => {
      const [from, to] = [valueOf(path.from), value()];
      return from !== null && to !== null && to < from ? { kind: 'payment-sample.period-invalid' } : null;
    });
  });

  protected renew(): void {
    this.draft.update((draft) => ({ ...draft, seed: randomSeed() }));
  }

  protected draw(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { seed, size, ...limits } = this.draft();
      this.asked.emit({ seed: seed.trim(), size: sizeOf(size) ?? 1, ...limits });
      return Promise.resolve();
    });
  }
}
