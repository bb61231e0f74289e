import { Injectable, inject } from '@angular/core';
import type { NoticeDto } from '@wir/shared/contract';
import { NoticeDraft } from '../draft/notice-draft';
import { PreviewStore } from '../preview/preview-store';
import { FocusKeeper } from './focus-keeper';
import { NoticeDialogs } from './notice-dialogs';
import { NoticeStore } from './notice-store';

/** What happens when a deed is chosen: ask where the law wants it, then do it with what was seen. */
@Injectable()
export class NoticeActs {
  private readonly dialogs = inject(NoticeDialogs);
  private readonly draft = inject(NoticeDraft);
  private readonly focus = inject(FocusKeeper);
  private readonly preview = inject(PreviewStore);
  private readonly store = inject(NoticeStore);

  async do(action: string): Promise<void> {
    const notice = this.store.notice.value();
    if (!notice) return;
    const done = await this.act(action, notice);
    if (done) this.focus.settle(action === 'retrieve' ? 'preview-heading' : undefined);
  }

  private async act(action: string, notice: NoticeDto): Promise<boolean> {
    switch (action) {
      case 'cosign':
        return this.cosign(notice);
      case 'sign':
        return this.sign(notice);
      case 'return': {
        const answer = await this.dialogs.returnToDraft();
        return answer !== null && this.store.returnToDraft(answer.reason);
      }
      case 'void': {
        const answer = await this.dialogs.voidNotice(notice);
        return answer !== null && this.store.voidNotice(answer.reason);
      }
      case 'dispatch': {
        const answer = await this.dialogs.dispatch({ notice });
        return answer !== null && this.store.dispatch(answer.channel, answer.date);
      }
      case 'retrieve':
        return this.store.retrieve();
      case 'waiveAppeal':
        return (await this.dialogs.waiveAppeal(notice)) !== null && this.store.waiveAppeal();
      default:
        return false;
    }
  }

  /** What is still being typed is stored first: the server hashes the preview at this moment. */
  private async cosign(notice: NoticeDto): Promise<boolean> {
    if ((await this.dialogs.cosign(notice)) === null || !(await this.draft.saveNow())) return false;
    return this.store.cosign();
  }

  private async sign(notice: NoticeDto): Promise<boolean> {
    const documentSha256 = await this.dialogs.sign({ notice, store: this.store, preview: this.preview });
    if (documentSha256 === null) return false;
    const signed = await this.store.sign(documentSha256);
    // The text changed while it was being read: show the new one, it has to be read again.
    if (!signed && this.store.notice.refusal()?.code === 'notice.document-changed') this.preview.reload();
    return signed;
  }
}
