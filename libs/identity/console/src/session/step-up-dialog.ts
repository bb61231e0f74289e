import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { ApiProblem, injectTexts } from '@wir/shared/console';
import type { FactorsDto } from '@wir/shared/contract';
import { ErrorSummary, Icon, Skeleton, submitForm } from '@wir/shared/ui';
import { CodeField, type CodeKind } from '../codes/code-field';
import { atCodeField, codeFault, codeProof } from '../codes/code-rule';
import type { StepUpProof } from '../data/access-types';
import { OwnAccountClient } from '../data/own-account-client';
import { PasskeyCeremony } from '../passkeys/passkey-ceremony';

/** Before a grave deed: the second factor once more. The page below waits and keeps everything. */
@Component({
  selector: 'app-step-up-dialog',
  imports: [CodeField, ErrorSummary, Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './step-up-dialog.html',
  styles: `
    form {
      display: grid;
      gap: 1rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class StepUpDialog {
  private readonly client = inject(OwnAccountClient);
  private readonly ceremony = inject(PasskeyCeremony);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly reference = inject<MatDialogRef<StepUpDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  protected readonly factors = resource({ loader: () => this.client.factors() });
  private readonly chosen = signal<CodeKind | null>(null);
  protected readonly hasTotp = computed(() => this.known()?.totp != null);
  protected readonly hasRecovery = computed(() => (this.known()?.recoveryCodesLeft ?? 0) > 0);
  protected readonly byPasskey = computed(() => (this.known()?.passkeys.length ?? 0) > 0 && this.ceremony.isPossible());
  /** Without knowing better the code of the app is asked for. */
  protected readonly codeKind = computed<CodeKind>(() => this.chosen() ?? 'totp');
  protected readonly byCode = computed(() => this.chosen() !== null || this.known() === undefined || this.hasTotp());

  private readonly typed = signal({ code: '' });
  protected readonly form = form(this.typed, (path) => {
    validate(path.code, ({ value }) => codeFault(this.codeKind(), value()));
  });

  protected take(kind: CodeKind): void {
    this.summary().hide();
    this.chosen.set(kind);
    this.typed.set({ code: '' });
    this.form().reset();
    setTimeout(() => this.form.code().focusBoundControl());
  }

  protected confirm(): void {
    void submitForm(this.form, this.summary(), () => this.send(codeProof(this.codeKind(), this.typed().code)));
  }

  protected async confirmPasskey(): Promise<void> {
    this.summary().hide();
    try {
      const request = await this.client.stepUpOptions();
      await this.send({ challengeId: request.challengeId, response: await this.ceremony.prove(request) });
    } catch (error) {
      this.summary().show(error instanceof ApiProblem ? error : null);
    }
  }

  private known(): FactorsDto | undefined {
    return this.factors.hasValue() ? this.factors.value() : undefined;
  }

  private async send(proof: StepUpProof): Promise<void> {
    try {
      await this.client.stepUp(proof);
    } catch (error) {
      throw atCodeField(error);
    }
    this.reference.close(true);
  }
}
