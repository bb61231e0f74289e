import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';
import { NoticeStore } from '../detail/notice-store';
import { contentChecks, fieldOf } from './content-checks';
import { draftOf } from './draft-value';
import { NoticeDraft } from './notice-draft';

/** The mandatory contents of a notice with what is still missing: faults first, each leading to its field. */
@Component({
  selector: 'app-content-checklist',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './content-checklist.html',
  styleUrl: './content-checklist.scss',
})
export class ContentChecklist {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(NoticeStore);
  private readonly draft = inject(NoticeDraft);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly notice = input.required<NoticeDto>();

  protected readonly checks = computed(() => {
    const application = this.store.application.value();
    if (!application) return null;
    const draft = this.draft.editable() ? this.draft.value() : draftOf(this.notice());
    return contentChecks(this.notice(), application, draft);
  });
  protected readonly faults = computed(() =>
    (this.checks() ?? [])
      .filter(({ code }) => code !== null)
      .map(({ number, code }) => ({
        number,
        text: errorText(code ?? '', this.texts.language()),
        field: this.draft.editable() ? fieldOf(code) : null,
      })),
  );
  protected readonly fulfilled = computed(() => (this.checks() ?? []).filter(({ code }) => code === null));

  protected jump(event: Event, field: string): void {
    event.preventDefault();
    const selector = field === 'provisions' ? 'app-provisions-editor .add' : `#text-${field} textarea`;
    const target = this.document.querySelector<HTMLElement>(selector);
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  }
}
