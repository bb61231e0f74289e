import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Texts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { Confirm } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import type { DispatchAnswer, DispatchQuestion } from '../dispatch/dispatch-dialog';
import { NoticeDraft } from '../draft/notice-draft';
import { PreviewStore } from '../preview/preview-store';
import type { SignQuestion } from '../signing/sign-dialog';
import { NoticeStore } from './notice-store';

/** What happens when a deed is chosen: ask where the law wants it, then do it with what was seen. */
@Injectable()
export class NoticeActs {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly draft = inject(NoticeDraft);
  private readonly preview = inject(PreviewStore);
  private readonly store = inject(NoticeStore);
  private readonly texts = inject(Texts);

  async do(action: string): Promise<void> {
    const notice = this.store.notice.value();
    if (!notice) return;
    switch (action) {
      case 'cosign':
        return this.cosign(notice);
      case 'sign':
        return this.sign(notice);
      case 'return':
        return this.returnToDraft();
      case 'void':
        return this.voidNotice(notice);
      case 'dispatch':
        return this.dispatch(notice);
      case 'retrieve':
        return void (await this.store.retrieve());
      case 'waiveAppeal':
        return this.waiveAppeal(notice);
    }
  }

  /** What is still being typed is stored first: the preview is hashed by the server at this moment. */
  private async cosign(notice: NoticeDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'decisions.cosign.title',
      text: notice.kind === 'GRANT' ? 'decisions.cosign.text' : 'decisions.cosign.textRejection',
      confirm: 'decisions.act.cosign',
      params: {
        amount: formatEuro(cents(notice.totalCents), this.texts.language()),
        name: notice.applicantName,
      },
    });
    if (answer && (await this.draft.saveNow())) await this.store.cosign();
  }

  private async sign(notice: NoticeDto): Promise<void> {
    const { SignDialog } = await import('../signing/sign-dialog');
    const data: SignQuestion = { notice, store: this.store, preview: this.preview };
    const reference = this.dialog.open<InstanceType<typeof SignDialog>, SignQuestion, string>(SignDialog, {
      data,
      width: '52rem',
    });
    const documentSha256 = await firstValueFrom(reference.afterClosed());
    if (!documentSha256) return;
    const signed = await this.store.sign(documentSha256);
    // The text changed while it was being read: show the new one, it has to be read again.
    if (!signed && this.store.notice.refusal()?.code === 'notice.document-changed') this.preview.reload();
  }

  private async returnToDraft(): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'decisions.return.title',
      text: 'decisions.return.text',
      confirm: 'decisions.act.return',
      reason: 'decisions.return.remark',
    });
    if (answer) await this.store.returnToDraft(answer.reason);
  }

  private async voidNotice(notice: NoticeDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'decisions.void.title',
      text: 'decisions.void.text',
      confirm: 'decisions.act.void',
      reason: 'decisions.void.reason',
      params: { number: notice.noticeNumber },
      tone: 'danger',
    });
    if (answer) await this.store.voidNotice(answer.reason);
  }

  private async dispatch(notice: NoticeDto): Promise<void> {
    const { DispatchDialog } = await import('../dispatch/dispatch-dialog');
    const reference = this.dialog.open<InstanceType<typeof DispatchDialog>, DispatchQuestion, DispatchAnswer>(
      DispatchDialog,
      { data: { notice }, width: '44rem' },
    );
    const answer = await firstValueFrom(reference.afterClosed());
    if (answer) await this.store.dispatch(answer.channel, answer.date);
  }

  private async waiveAppeal(notice: NoticeDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'decisions.waiver.title',
      text: 'decisions.waiver.question',
      confirm: 'decisions.waiver.confirm',
      params: { court: notice.court, number: notice.noticeNumber },
    });
    if (answer) await this.store.waiveAppeal();
  }
}
