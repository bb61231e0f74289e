import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Texts } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { Confirm, type Confirmed } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import type { DispatchAnswer, DispatchQuestion } from '../dispatch/dispatch-dialog';
import type { SignQuestion } from '../signing/sign-dialog';

/** What is asked before a legal act; null means that the person stays. */
@Injectable()
export class NoticeDialogs {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);

  cosign(notice: NoticeDto): Promise<Confirmed | null> {
    return this.confirm.ask({
      title: 'decisions.cosign.title',
      text: notice.kind === 'GRANT' ? 'decisions.cosign.text' : 'decisions.cosign.textRejection',
      confirm: 'decisions.act.cosign',
      params: { amount: formatEuro(cents(notice.totalCents), this.texts.language()), name: notice.applicantName },
    });
  }

  /** Answers the hash of the document that was shown. */
  async sign(question: SignQuestion): Promise<string | null> {
    const { SignDialog } = await import('../signing/sign-dialog');
    const reference = this.dialog.open<InstanceType<typeof SignDialog>, SignQuestion, string>(SignDialog, {
      data: question,
      autoFocus: 'first-heading',
      width: '52rem',
    });
    return (await firstValueFrom(reference.afterClosed())) ?? null;
  }

  returnToDraft(): Promise<Confirmed | null> {
    return this.confirm.ask({
      title: 'decisions.return.title',
      text: 'decisions.return.text',
      confirm: 'decisions.act.return',
      reason: 'decisions.return.remark',
    });
  }

  voidNotice(notice: NoticeDto): Promise<Confirmed | null> {
    return this.confirm.ask({
      title: 'decisions.void.title',
      text: 'decisions.void.text',
      confirm: 'decisions.act.void',
      reason: 'decisions.void.reason',
      params: { number: notice.noticeNumber },
      tone: 'danger',
    });
  }

  async dispatch(question: DispatchQuestion): Promise<DispatchAnswer | null> {
    const { DispatchDialog } = await import('../dispatch/dispatch-dialog');
    const reference = this.dialog.open<InstanceType<typeof DispatchDialog>, DispatchQuestion, DispatchAnswer>(
      DispatchDialog,
      { data: question, autoFocus: 'first-heading', width: '44rem' },
    );
    return (await firstValueFrom(reference.afterClosed())) ?? null;
  }

  waiveAppeal(notice: NoticeDto): Promise<Confirmed | null> {
    return this.confirm.ask({
      title: 'decisions.waiver.title',
      text: 'decisions.waiver.question',
      confirm: 'decisions.waiver.confirm',
      params: { court: notice.court, number: notice.noticeNumber },
    });
  }
}
