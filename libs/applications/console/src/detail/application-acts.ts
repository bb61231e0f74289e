import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Texts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { Confirm } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { ApplicationClient, type DecisionBody } from '../data/application-client';
import { ApplicationStore } from './application-store';

/** What happens when a button in the head of the case is pressed: ask where the law wants it, do it, say so. */
@Injectable()
export class ApplicationActs {
  private readonly client = inject(ApplicationClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly store = inject(ApplicationStore);
  private readonly texts = inject(Texts);

  async do(action: string): Promise<void> {
    const application = this.store.application.value();
    if (!application) return;
    switch (action) {
      case 'edit':
        return this.open(application, 'bearbeiten');
      case 'submit':
      case 'requestSignature':
        return this.open(application, 'bearbeiten', 'einreichen');
      case 'requestInformation':
        return this.open(application, 'nachforderungen', 'neu');
      case 'recommend':
        return this.open(application, 'pruefung');
      case 'confirmCompleteness':
        return void (await this.store.run(action, (id) => this.client.step(id, 'completeness')));
      case 'confirmBudget':
        return this.confirmBudget(application);
      case 'decide':
        return this.decide(application);
      case 'returnFromSignature':
        return this.withReason(action);
      case 'withdraw':
        return this.withReason(action);
    }
  }

  private async open({ id }: ApplicationDto, ...page: readonly string[]): Promise<void> {
    const fragment = page[0] === 'pruefung' ? 'empfehlung' : undefined;
    await this.router.navigate(['/antraege', id, ...page], { fragment });
  }

  private async confirmBudget(application: ApplicationDto): Promise<void> {
    const amount = application.recommendation?.proposedCents ?? application.requestedCents;
    const answer = await this.confirm.ask({
      title: 'applications.budgetConfirmation.title',
      text: 'applications.budgetConfirmation.text',
      confirm: 'applications.act.confirmBudget',
      params: { amount: formatEuro(cents(amount), this.texts.language()), name: application.applicantName },
    });
    if (answer) await this.store.run('confirmBudget', (id) => this.client.step(id, 'budget-confirmation'));
  }

  private async withReason(action: 'returnFromSignature' | 'withdraw'): Promise<void> {
    const { step, ...question } = WITH_REASON[action];
    const answer = await this.confirm.ask({ ...question, reason: 'applications.reason' });
    if (answer) await this.store.run(action, (id) => this.client.step(id, step, answer.reason));
  }

  private async decide(application: ApplicationDto): Promise<void> {
    const { DecisionDialog } = await import('../review/decision-dialog');
    const reference = this.dialog.open<InstanceType<typeof DecisionDialog>, ApplicationDto, DecisionBody>(
      DecisionDialog,
      { data: application, width: '40rem' },
    );
    const decision = await firstValueFrom(reference.afterClosed());
    if (decision) await this.store.run('decide', (id) => this.client.decide(id, decision));
  }
}

/** Steps back that say why. */
const WITH_REASON = {
  returnFromSignature: {
    step: 'signature-return',
    title: 'applications.returnFromSignature.title',
    text: 'applications.returnFromSignature.text',
    confirm: 'applications.act.returnFromSignature',
  },
  withdraw: {
    step: 'withdrawal',
    title: 'applications.withdraw.title',
    text: 'applications.withdraw.text',
    confirm: 'applications.act.withdraw',
    tone: 'danger',
  },
} as const;
