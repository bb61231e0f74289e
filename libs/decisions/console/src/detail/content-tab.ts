import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@wir/shared/console';
import type { HasUnsaved } from '@wir/shared/ui';
import { NoticeEditor } from '../draft/notice-editor';
import { NoticeDraft } from '../draft/notice-draft';
import { MunicipalityNotice } from '../municipality/municipality-notice';
import { NoticePreview } from '../preview/notice-preview';
import { NoticeReading } from './notice-reading';
import { NoticeStore } from './notice-store';

/** The notice itself: for the authority beside its PDF, for the municipality in plain words first. */
@Component({
  selector: 'app-notice-content-tab',
  imports: [MunicipalityNotice, NoticeEditor, NoticePreview, NoticeReading],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.notice.value(); as notice) {
      @if (session.isApplicant()) {
        <app-municipality-notice [notice]="notice" />
      } @else {
        <div class="split">
          @if (draft.editable()) {
            <app-notice-editor [notice]="notice" />
          } @else {
            <app-notice-reading [notice]="notice" />
          }
          <app-notice-preview class="preview" [notice]="notice" />
        </div>
      }
    }
  `,
  styles: `
    .split {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.5rem;
      align-items: start;
    }

    .split > * {
      min-width: 0;
    }

    @media (min-width: 64rem) {
      .split {
        grid-template-columns: minmax(0, 11fr) minmax(0, 10fr);
      }

      .preview {
        position: sticky;
        top: calc(var(--app-bar-height) + var(--app-sticky-head, 9.5rem) + 1rem);
      }
    }
  `,
})
export class ContentTab implements HasUnsaved {
  protected readonly session = inject(Session);
  protected readonly store = inject(NoticeStore);
  protected readonly draft = inject(NoticeDraft);

  readonly unsaved = this.draft.unsaved;

  saveNow(): Promise<boolean> {
    return this.draft.saveNow();
  }
}
