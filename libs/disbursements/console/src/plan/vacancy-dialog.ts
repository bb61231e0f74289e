import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { COMPONENT_TITLES } from '@wir/programme/domain';
import { injectTexts } from '@wir/shared/console';
import type { AwardDto, InstalmentsDto } from '@wir/shared/contract';
import { Control, DayPipe, ErrorSummary, EuroPipe, Field, NoticeBox, submitForm } from '@wir/shared/ui';
import { InstalmentClient } from '../data/instalment-client';
import { effectOf, postsOf, readFte, type Post } from './vacancy-rules';

export interface VacancyQuestion {
  readonly award: AwardDto;
  readonly plan: InstalmentsDto;
}

/** Reports a post that stands empty, and says before sending what that saves. */
@Component({
  selector: 'app-vacancy-dialog',
  imports: [
    Control,
    DayPipe,
    ErrorSummary,
    EuroPipe,
    Field,
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    NoticeBox,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vacancy-dialog.html',
  styleUrl: '../parts/dialog.scss',
})
export class VacancyDialog {
  private readonly client = inject(InstalmentClient);
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly question = inject<VacancyQuestion>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<VacancyDialog, InstalmentsDto>>(MatDialogRef);
  protected readonly t = injectTexts();
  protected readonly months = Array.from({ length: 12 }, (_none, index) => String(index + 1));

  private readonly financing = resource({
    loader: ({ abortSignal }) => this.client.financingPlan(this.question.award.applicationId, abortSignal),
  });
  private readonly years = computed(() => (this.financing.hasValue() ? this.financing.value() : []));
  protected readonly posts = computed(() => postsOf(this.years(), this.question.award.tranches));

  private readonly draft = signal({ post: '', fte: '', months: '', reason: '' });
  private readonly post = computed(() => this.posts().find(({ key }) => key === this.draft().post));
  protected readonly form = form(this.draft, (path) => {
    required(path.post);
    required(path.months);
    validate(path.fte, ({ value }) => {
      const fte = readFte(value());
      return fte !== null && fte > 0 && fte <= 100 ? null : { kind: 'required' };
    });
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 1000);
  });
  protected readonly effect = computed(() => {
    const [post, fte, months] = [this.post(), readFte(this.draft().fte), Number(this.draft().months)];
    if (!post || !fte || !months) return null;
    return effectOf(
      { post, fte, months },
      this.posts(),
      this.years(),
      this.question.award.tranches,
      this.question.plan,
    );
  });

  protected label({ year, component }: Post): string {
    return `${year}, ${(COMPONENT_TITLES as Readonly<Record<string, string>>)[component] ?? component}`;
  }

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const post = this.post();
      if (!post) return;
      const { fte, months, reason } = this.draft();
      const { year, component } = post;
      const report = { year, component, fte: readFte(fte) ?? 0, months: Number(months), reason: reason.trim() };
      this.reference.close(await this.client.report(this.question.award.id, report));
    });
  }
}
