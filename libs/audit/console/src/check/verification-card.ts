import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import { DayPipe, Icon, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { AuditClient } from '../data/audit-client';
import type { Verification } from '../data/audit-types';

/** Recomputes the chain on the server and compares it with the signed anchors. */
@Component({
  selector: 'app-verification-card',
  imports: [DayPipe, Icon, MatButton, NoticeBox, ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verification-card.html',
  styles: `
    .result {
      display: grid;
      gap: 0.625rem;
    }
    .result:not(:empty) {
      margin-top: 0.75rem;
    }
    .result p {
      margin: 0;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class VerificationCard {
  private readonly client = inject(AuditClient);
  protected readonly t = injectTexts();
  protected readonly verdict = signal<Verification | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly busy = signal(false);

  protected async verify(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.verdict.set(await this.client.verify());
    } catch (error) {
      this.verdict.set(null);
      this.problem.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected count(number: number): string {
    return number.toLocaleString('de-DE');
  }
}
