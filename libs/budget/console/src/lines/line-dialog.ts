import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { BudgetLineDto } from '@wir/shared/contract';
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { BudgetLineClient } from '../data/budget-line-client';
import { placeFault, toBudgetLine, type LineForm } from './line-draft';

/** A new Haushaltsstelle, or another name and place of a known one; its code stays. */
@Component({
  selector: 'app-line-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ title() }}</h2>
    <mat-dialog-content>
      <form novalidate id="line-form" class="stack" (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        @if (!line) {
          <app-field [field]="form.code" [label]="t('budget.lines.code')" [hint]="t('budget.lines.codeHint')">
            <input appControl type="text" autocomplete="off" [formField]="form.code" />
          </app-field>
        }
        <app-field [field]="form.name" [label]="t('budget.lines.name')">
          <input appControl type="text" autocomplete="off" [formField]="form.name" />
        </app-field>
        <div class="numbers">
          <app-field
            [field]="form.departmentalPlan"
            [label]="t('budget.lines.plan')"
            [hint]="t('budget.lines.example', { example: '08' })"
          >
            <input appControl type="text" autocomplete="off" [formField]="form.departmentalPlan" />
          </app-field>
          <app-field
            [field]="form.chapter"
            [optional]="true"
            [label]="t('budget.lines.chapter')"
            [hint]="t('budget.lines.example', { example: '08 05' })"
          >
            <input appControl type="text" autocomplete="off" [formField]="form.chapter" />
          </app-field>
          <app-field
            [field]="form.title"
            [optional]="true"
            [label]="t('budget.lines.titleNumber')"
            [hint]="t('budget.lines.example', { example: '633 01' })"
          >
            <input appControl type="text" autocomplete="off" [formField]="form.title" />
          </app-field>
          <app-field
            [field]="form.product"
            [optional]="true"
            [label]="t('budget.lines.product')"
            [hint]="t('budget.lines.example', { example: '1.02' })"
          >
            <input appControl type="text" autocomplete="off" [formField]="form.product" />
          </app-field>
        </div>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('budget.cancel') }}</button>
      <button matButton="filled" type="submit" form="line-form">{{ t('budget.lines.save') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .numbers {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      align-items: start;
    }
  `,
})
export class LineDialog {
  private readonly client = inject(BudgetLineClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly line = inject<BudgetLineDto | null>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<LineDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly draft = signal<LineForm>({
    code: this.line?.code ?? '',
    name: this.line?.name ?? '',
    departmentalPlan: this.line?.departmentalPlan ?? '',
    chapter: this.line?.chapter ?? '',
    title: this.line?.title ?? '',
    product: this.line?.product ?? '',
  });
  protected readonly form = form(this.draft, (path) => {
    validate(path.code, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.code, 40);
    validate(path.name, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.name, 200);
    validate(path.departmentalPlan, ({ value }) => placeFault('departmentalPlan', value()));
    validate(path.chapter, ({ value }) => placeFault('chapter', value()));
    validate(path.title, ({ value }) => placeFault('title', value()));
    validate(path.product, ({ value }) => placeFault('product', value()));
  });

  protected title(): string {
    return this.line ? this.t('budget.lines.editTitle', { code: this.line.code }) : this.t('budget.lines.new');
  }

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { code, ...rest } = toBudgetLine(this.draft());
      if (this.line) await this.client.update(this.line.id, rest, this.line.version);
      else await this.client.create({ code, ...rest });
      this.reference.close(true);
    });
  }
}
