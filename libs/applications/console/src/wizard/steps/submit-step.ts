import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import { Confirm, DayPipe, EuroPipe, Icon, NoticeBox } from '@wir/shared/ui';
import { ApplicationClient } from '../../data/application-client';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';

/** The last page: the facts once more, then to the signatory, or signed and handed in. */
@Component({
  selector: 'app-submit-step',
  imports: [DayPipe, EuroPipe, Icon, MatButton, NoticeBox, RouterLink, StepFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './submit-step.html',
  styleUrl: './submit-step.scss',
})
export class SubmitStep {
  private readonly client = inject(ApplicationClient);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  protected readonly application = this.store.application.value;
  protected readonly isAnswer = computed(() => this.application()?.state === 'INFO_REQUESTED');
  protected readonly maySubmit = computed(() => this.reason('submit') !== undefined);
  protected readonly mayGive = computed(
    () => this.application()?.state === 'DRAFT' && this.reason('requestSignature') !== undefined,
  );
  protected readonly waitsForSignature = computed(() => this.application()?.state === 'READY_TO_SIGN');
  protected readonly isIncomplete = computed(() => this.store.problems().length > 0);

  /** Why not now; null when allowed, undefined when this person never may. */
  protected reason(action: string): string | null | undefined {
    const code = this.store.reasonAgainst(action);
    return typeof code === 'string' ? errorText(code, this.texts.language()) : code;
  }

  protected async giveToSign(): Promise<void> {
    await this.store.act('requestSignature', (id) => this.client.step(id, 'signature-request'));
  }

  protected async submit(): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.isAnswer() ? 'applications.submission.answerTitle' : 'applications.submission.title',
      text: 'applications.submission.text',
      confirm: 'applications.act.submit',
      params: { name: this.application()?.applicantName ?? '' },
    });
    if (!answer) return;
    const isDone = await this.store.act('submit', (id) => this.client.step(id, 'submission'));
    if (isDone) await this.router.navigate(['/antraege', this.store.id(), 'eingang']);
  }

  protected async giveBack(): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'applications.returnFromSignature.title',
      text: 'applications.returnFromSignature.text',
      confirm: 'applications.act.returnFromSignature',
      reason: 'applications.reason',
    });
    if (answer)
      await this.store.act('returnFromSignature', (id) => this.client.step(id, 'signature-return', answer.reason));
  }
}
