import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { EuroPipe, Icon, NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { shortHash } from '../data/document-hash';
import type { NoticeStore } from '../detail/notice-store';
import { contentChecks } from '../draft/content-checks';
import { draftOf } from '../draft/draft-value';
import type { PreviewStore } from '../preview/preview-store';
import { BudgetEffect } from './budget-effect';

export interface SignQuestion {
  readonly notice: NoticeDto;
  readonly store: NoticeStore;
  readonly preview: PreviewStore;
}

/** The last look before the signature: who gets what, what it does to the budget, and which document exactly is meant. */
@Component({
  selector: 'app-sign-dialog',
  imports: [
    BudgetEffect,
    EuroPipe,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    NoticeBox,
    ProblemPanel,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-dialog.html',
  styleUrl: './sign-dialog.scss',
})
export class SignDialog {
  private readonly reference = inject<MatDialogRef<SignDialog, string>>(MatDialogRef);
  private readonly question = inject<SignQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts();

  protected readonly notice = this.question.notice;
  protected readonly store = this.question.store;
  protected readonly preview = this.question.preview;

  /** The hash of the bytes on the screen; without it nothing was read, so nothing can be signed. */
  protected readonly shown = computed(() => (this.preview.isCurrent() ? this.preview.document()?.sha256 : undefined));
  protected readonly hash = computed(() => shortHash(this.shown() ?? ''));
  protected readonly isOther = computed(() => {
    const shown = this.shown();
    return shown !== undefined && shown !== this.notice.documentSha256;
  });
  protected readonly contents = computed(() => {
    const application = this.store.application.value();
    if (!application) return null;
    const checks = contentChecks(this.notice, application, draftOf(this.notice));
    return { count: checks.length, done: checks.filter(({ code }) => code === null).length };
  });

  protected sign(): void {
    const shown = this.shown();
    if (shown) this.reference.close(shown);
  }

  protected cancel(): void {
    this.reference.close();
  }
}
