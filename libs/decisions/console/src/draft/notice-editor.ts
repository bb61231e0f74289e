import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { defaultNoticeTexts } from '@wir/decisions/domain';
import { injectTexts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { AutosaveLine, Control, Field, NoticeBox } from '@wir/shared/ui';
import { NoticeStore } from '../detail/notice-store';
import { ContentChecklist } from './content-checklist';
import { textFieldsOf, type TextField } from './draft-value';
import { LockedFacts } from './locked-facts';
import { NoticeDraft } from './notice-draft';
import { ProvisionsEditor } from './provisions-editor';

const ROWS: Readonly<Record<TextField, number>> = { purpose: 5, reasons: 6, payoutRule: 5, proofRule: 6, closing: 2 };

/** The text blocks of a draft as a form: what comes from the data is locked, the rest is stored while typing. */
@Component({
  selector: 'app-notice-editor',
  imports: [AutosaveLine, ContentChecklist, Control, Field, FormField, LockedFacts, NoticeBox, ProvisionsEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-editor.html',
  styleUrl: './notice-editor.scss',
})
export class NoticeEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly store = inject(NoticeStore);
  protected readonly draft = inject(NoticeDraft);
  protected readonly t = injectTexts();

  readonly notice = input.required<NoticeDto>();

  protected readonly rows = ROWS;
  protected readonly fields = computed(() => textFieldsOf(this.notice().kind));
  /** What the block says unless somebody writes something else. */
  private readonly standards = computed(() => {
    const application = this.store.application.value();
    if (!application) return null;
    const purpose = application.purpose || application.title;
    return defaultNoticeTexts({ kind: this.notice().kind, purpose, reasons: application.decision?.reasons ?? '' });
  });

  /** True when the standard text differs from what stands there, so that going back to it makes sense. */
  protected differs(name: TextField): boolean {
    const standard = this.standards()?.[name];
    return standard !== undefined && standard !== '' && standard !== this.draft.value().texts[name];
  }

  protected useStandard(name: TextField): void {
    const standard = this.standards()?.[name];
    if (standard === undefined) return;
    const place = `#text-${name} textarea`;
    this.draft.change(
      (value) => ({ ...value, texts: { ...value.texts, [name]: standard } }),
      'decisions.undo.standard',
      place,
    );
    this.focus(place);
  }

  protected takeBack(): void {
    const place = this.draft.takeBack();
    if (place) this.focus(place);
  }

  /** The button that was pressed goes away with its reason; the focus goes to what was changed. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
