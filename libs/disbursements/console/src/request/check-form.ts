import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import { CheckField, Control, ErrorSummary, Field, Icon, NoticeBox, submitForm } from '@wir/shared/ui';
import { DisbursementClient } from '../data/disbursement-client';
import { RequestActs } from './request-acts';
import { RequestStore } from './request-store';

/** Feststellungsvermerk: both statements and a note, signed as a whole; who cannot sign gives the request back. */
@Component({
  selector: 'app-check-form',
  imports: [CheckField, Control, ErrorSummary, Field, FormField, Icon, MatButton, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="panel" novalidate (submit)="$event.preventDefault(); sign()">
      <h2>{{ t('disbursements.check.title') }}</h2>
      @if (reason(); as reason) {
        <app-notice-box class="reason" tone="warning">{{ reason }}</app-notice-box>
      }
      <app-error-summary [form]="form" />
      <app-check-field [formField]="form.factual" [label]="t('disbursements.check.factual')" />
      <app-check-field [formField]="form.arithmetical" [label]="t('disbursements.check.arithmetical')" />
      <app-field class="note" [field]="form.note" [label]="t('disbursements.check.note')" [optional]="true">
        <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.note"></textarea>
      </app-field>
      <div class="button-row">
        <button matButton="filled" type="submit" [attr.aria-disabled]="busy() || reason() !== null">
          <app-icon name="check" /> {{ t('disbursements.check.sign') }}
        </button>
        @if (store.may('return')) {
          <button matButton="outlined" type="button" (click)="giveBack()">
            <app-icon name="undo" /> {{ t('disbursements.act.return') }}
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    .note {
      margin-block: 0.75rem 1rem;
    }
    .reason {
      margin-bottom: 0.75rem;
    }
  `,
})
export class CheckForm {
  private readonly acts = inject(RequestActs);
  private readonly client = inject(DisbursementClient);
  private readonly texts = inject(Texts);
  protected readonly store = inject(RequestStore);
  protected readonly t = injectTexts();
  private readonly summary = viewChild.required(ErrorSummary);

  /** A box not ticked is a fault only once somebody tries to sign. */
  private readonly attempted = signal(false);
  protected readonly form = form(signal({ factual: false, arithmetical: false, note: '' }), (path) => {
    validate(path.factual, ({ value }) => this.unsigned(value()));
    // One sentence for both: it stands at the first box that is not ticked.
    validate(path.arithmetical, ({ value, valueOf }) => this.unsigned(value() || !valueOf(path.factual)));
    maxLength(path.note, 4000);
  });
  protected readonly busy = computed(() => this.store.request.busy() !== null);
  /** A gate or a right that stands against the check, in words. */
  protected readonly reason = computed(() => {
    const code = this.store.may('check') ? null : this.store.reasonAgainst('check');
    const year = this.store.request.value()?.year;
    const openCents = this.store.request.value()?.limits.trancheOpenCents;
    const earliestDate = this.store.gates().find((gate) => gate.earliestDate)?.earliestDate;
    return code ? errorText(code, this.texts.language(), { year, openCents, earliestDate }) : null;
  });

  protected sign(): void {
    if (this.reason() !== null) return;
    this.attempted.set(true);
    const answer = this.form().value();
    void submitForm(this.form, this.summary(), () => this.store.run('check', (id) => this.client.check(id, answer)));
  }

  private unsigned(isTicked: boolean): { kind: string } | null {
    return isTicked || !this.attempted() ? null : { kind: 'disbursement.not-correct' };
  }

  protected giveBack(): void {
    void this.acts.do('return');
  }
}
