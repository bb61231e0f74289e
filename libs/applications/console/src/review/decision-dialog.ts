import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { DECISION_OUTCOMES, decisionProblems, type DecisionOutcome } from '@wir/applications/domain';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { Control, ErrorSummary, EuroPipe, Field, Icon, submitForm } from '@wir/shared/ui';
import type { DecisionBody } from '../data/application-client';
import { errorsAt } from '../wizard/field-at-path';

/** The decision: the outcome that the recommendation allows, and its reasons. What is impossible says why. */
@Component({
  selector: 'app-decision-dialog',
  imports: [
    Control,
    ErrorSummary,
    EuroPipe,
    Field,
    FormField,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision-dialog.html',
  styleUrl: './decision-dialog.scss',
})
export class DecisionDialog {
  private readonly texts = inject(Texts);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly application = inject<ApplicationDto>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<DecisionDialog, DecisionBody>>(MatDialogRef);

  protected readonly outcomes = DECISION_OUTCOMES.map((outcome) => ({ outcome, obstacle: this.obstacle(outcome) }));
  protected readonly proposed = this.application.recommendation?.proposedCents ?? 0;
  private readonly value = signal({
    outcome: this.outcomes.find(({ obstacle }) => obstacle === null)?.outcome ?? 'REJECTED',
    reasons: this.application.recommendation?.reasons ?? '',
  });
  protected readonly form = form(this.value, (path) => {
    maxLength(path.reasons, 10_000);
    validateTree(path, ({ value, fieldTree }) => {
      const proposed = this.application.recommendation?.years ?? [];
      return errorsAt(fieldTree, decisionProblems(value(), proposed, this.application.years));
    });
  });
  protected readonly outcome = computed(() => this.value().outcome);

  protected choose(outcome: DecisionOutcome): void {
    this.form.outcome().value.set(outcome);
  }

  protected why(code: string): string {
    return errorText(code, this.texts.language());
  }

  protected decide(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { outcome, reasons } = this.value();
      this.reference.close({ outcome, reasons: reasons.trim() });
    });
  }

  /** Before the budget is confirmed only a rejection is possible; afterwards the recommendation decides. */
  private obstacle(outcome: DecisionOutcome): string | null {
    if (this.application.state !== 'BUDGET_CONFIRMED' && outcome !== 'REJECTED') return 'application.wrong-state';
    const years = this.application.recommendation?.years ?? [];
    const decision = { outcome, reasons: 'given' };
    return (
      decisionProblems(decision, years, this.application.years).find(({ path }) => path === 'outcome')?.code ?? null
    );
  }
}
