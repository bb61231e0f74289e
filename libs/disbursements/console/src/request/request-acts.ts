import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { formatEuro, cents } from '@wir/shared/kernel';
import { Session, Texts } from '@wir/shared/console';
import type { DisbursementRequestDto } from '@wir/shared/contract';
import { Confirm } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { DisbursementClient } from '../data/disbursement-client';
import type { OrderQuestion } from './order-dialog';
import { RequestStore } from './request-store';

/** What happens when a button in the head is pressed: ask where money or the law wants it, then do it. */
@Injectable()
export class RequestActs {
  private readonly client = inject(DisbursementClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly store = inject(RequestStore);
  private readonly texts = inject(Texts);

  async do(action: string): Promise<void> {
    const request = this.store.request.value();
    if (!request) return;
    switch (action) {
      case 'submit':
        return this.submit(request);
      case 'return':
        return this.giveBack(request);
      case 'order':
        return this.order(request);
      case 'cancel':
        return this.cancel(request);
    }
  }

  private async submit(request: DisbursementRequestDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'disbursements.submit.title',
      text: 'disbursements.submit.text',
      confirm: 'disbursements.act.submit',
      params: this.params(request),
    });
    if (answer) await this.store.run('submit', (id) => this.client.submit(id));
  }

  /** The case worker gives back to the municipality, who orders to the check. */
  private async giveBack(request: DisbursementRequestDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'disbursements.giveBack.title',
      text: request.state === 'CHECKED' ? 'disbursements.giveBack.toCheck' : 'disbursements.giveBack.toMunicipality',
      confirm: 'disbursements.act.return',
      reason: 'disbursements.reason',
      params: this.params(request),
    });
    if (answer) await this.store.run('return', (id) => this.client.giveBack(id, answer.reason));
  }

  private async order(request: DisbursementRequestDto): Promise<void> {
    const { OrderDialog } = await import('./order-dialog');
    const data: OrderQuestion = { request, award: this.store.award.value() ?? null };
    const reference = this.dialog.open<InstanceType<typeof OrderDialog>, OrderQuestion, boolean>(OrderDialog, {
      data,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '40rem',
    });
    if (await firstValueFrom(reference.afterClosed())) await this.store.run('order', (id) => this.client.order(id));
  }

  private async cancel(request: DisbursementRequestDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'disbursements.cancel.title',
      text: request.state === 'ORDERED' ? 'disbursements.cancel.textOrdered' : 'disbursements.cancel.text',
      confirm: 'disbursements.act.cancel',
      params: this.params(request),
      tone: 'danger',
      ...(this.session.isApplicant() ? {} : { reason: 'disbursements.reason' }),
    });
    if (answer) await this.store.run('cancel', (id) => this.client.cancel(id, answer.reason));
  }

  private params({ requestNumber, amountCents, applicantName }: DisbursementRequestDto): Record<string, string> {
    return {
      number: requestNumber,
      amount: formatEuro(cents(amountCents), this.texts.language()),
      name: applicantName,
    };
  }
}
