import {
  ChangeDetectionStrategy,
  Component,
  computed,
  debounced,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { ApiProblem, Session, asApiProblem, injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { berlinDay, NOTICE_CHANNELS, parseLocalDate, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';
import { DayField, ErrorSummary, Field, NoticeBox, ProblemPanel, Skeleton, submitForm } from '@wir/shared/ui';
import { DeadlinesPanel } from '../deadlines/deadlines-panel';
import { NoticeClient, type DeadlineQuestion } from '../data/notice-client';

export interface DispatchQuestion {
  readonly notice: NoticeDto;
}

export interface DispatchAnswer {
  readonly channel: NoticeChannel;
  readonly date: LocalDate;
}

/** Long enough not to ask at every key, short enough to feel at once. */
const ASK_AFTER_MS = 250;

/** How and when the notice leaves the house; the terms that follow from it are shown before anything is sent. */
@Component({
  selector: 'app-dispatch-dialog',
  imports: [
    DayField,
    DeadlinesPanel,
    ErrorSummary,
    Field,
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    NoticeBox,
    ProblemPanel,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dispatch-dialog.html',
  styleUrl: './dispatch-dialog.scss',
})
export class DispatchDialog {
  private readonly client = inject(NoticeClient);
  private readonly reference = inject<MatDialogRef<DispatchDialog, DispatchAnswer>>(MatDialogRef);
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly today = inject(Session).today();
  protected readonly notice = inject<DispatchQuestion>(MAT_DIALOG_DATA).notice;
  protected readonly t = injectTexts();
  protected readonly channels = NOTICE_CHANNELS;

  protected readonly answer = signal<{ channel: NoticeChannel; date: string | null }>({
    channel: 'PORTAL',
    date: this.today,
  });
  protected readonly form = form(this.answer, (path) => {
    required(path.date);
    validate(path.date, ({ value }) => this.fault(value()));
  });

  private readonly question = computed(() => this.toQuestion(), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  private readonly asked = debounced(() => this.question(), ASK_AFTER_MS);
  private readonly terms = resource({
    params: () => this.asked.value() ?? undefined,
    loader: ({ params, abortSignal }) => this.client.previewDeadlines(params, abortSignal),
  });
  protected readonly deadlines = computed(() => (this.terms.hasValue() ? this.terms.value() : undefined));
  protected readonly problem = computed<ApiProblem | null>(() => {
    const error = this.terms.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });

  protected send(): void {
    void submitForm(this.form, this.summary(), async () => {
      const date = parseLocalDate(this.answer().date ?? '');
      if (date) this.reference.close({ channel: this.answer().channel, date });
    });
  }

  protected cancel(): void {
    this.reference.close();
  }

  protected retry(): void {
    this.terms.reload();
  }

  /** The same two rules as on the server: a dispatch is recorded, not planned. */
  private fault(value: string | null): { kind: string; earliestDate?: string } | null {
    const day = parseLocalDate(value ?? '');
    if (!day) return null;
    if (day > this.today) return { kind: 'notice.dispatch-in-future' };
    const signedOn = this.notice.signedAt ? berlinDay(new Date(this.notice.signedAt)) : null;
    return signedOn !== null && day < signedOn ? { kind: 'notice.dispatch-before-signature' } : null;
  }

  /** In the portal the terms hang on the retrieval: shown for one on the same day, and said so. */
  private toQuestion(): DeadlineQuestion | null {
    const { channel, date } = this.answer();
    const day = parseLocalDate(date ?? '');
    if (!day) return null;
    return { channel, date: day, court: this.notice.court, ...(channel === 'PORTAL' ? { retrievedOn: day } : {}) };
  }
}
