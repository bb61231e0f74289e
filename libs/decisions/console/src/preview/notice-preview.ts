import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { Icon, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { shortHash } from '../data/document-hash';
import { NoticeDraft } from '../draft/notice-draft';
import { draftOf } from '../draft/draft-value';
import { NoticeStore } from '../detail/notice-store';
import { NoticeText } from './notice-text';
import { PdfFrame } from './pdf-frame';
import { PreviewStore } from './preview-store';

type View = 'pdf' | 'text';

/** Below this width the reader of the browser is no use (and often missing): the text comes first. */
const NARROW = '(max-width: 40rem)';

/** The document beside the page: the real PDF, or the same content as text of this page; to be downloaded in both. */
@Component({
  selector: 'app-notice-preview',
  imports: [Icon, MatButton, MatIconButton, NoticeText, PdfFrame, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-preview.html',
  styleUrl: './notice-preview.scss',
})
export class NoticePreview {
  private readonly document = inject(DOCUMENT);
  private readonly draft = inject(NoticeDraft);
  protected readonly store = inject(NoticeStore);
  protected readonly preview = inject(PreviewStore);
  protected readonly t = injectTexts();

  readonly notice = input.required<NoticeDto>();

  protected readonly view = signal<View>(window.matchMedia?.(NARROW).matches ? 'text' : 'pdf');
  protected readonly page = signal(1);
  protected readonly pages = computed(() => this.preview.document()?.pages ?? 0);
  /** Text as it is being typed; the PDF follows when it is stored. */
  protected readonly content = computed(() => (this.draft.editable() ? this.draft.value() : draftOf(this.notice())));
  /** Nothing typed is missing from what is shown. */
  protected readonly isCurrent = computed(() => this.preview.isCurrent() && !this.draft.unsaved());
  protected readonly isDraft = computed(() => this.preview.document()?.isDraft ?? false);
  protected readonly hash = computed(() => shortHash(this.preview.document()?.sha256 ?? ''));
  protected readonly period = computed(() => {
    const dates = this.store.application.value() ?? this.store.award.value();
    return dates ? { start: dates.periodStart, end: dates.periodEnd } : null;
  });

  constructor() {
    effect(() => {
      if (this.pages() > 0 && this.page() > this.pages()) this.page.set(this.pages());
    });
  }

  protected turn(by: -1 | 1): void {
    this.page.update((page) => Math.min(Math.max(1, page + by), Math.max(1, this.pages())));
  }

  /** A file of its own for the downloads folder, under a name that can be found again. */
  protected download(): void {
    const shown = this.preview.document();
    if (!shown) return;
    const address = URL.createObjectURL(shown.pdf);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = `${shown.isDraft ? 'Entwurf' : 'Bescheid'}-${this.notice().noticeNumber.replaceAll('/', '-')}.pdf`;
    link.click();
    URL.revokeObjectURL(address);
  }
}
