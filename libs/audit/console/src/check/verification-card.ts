import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { ApiProblem, asApiProblem, injectTexts } from '@wir/shared/console';
import type { AuditVerificationDto } from '@wir/shared/contract';
import { Icon, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { AuditClient } from '../data/audit-client';

/** "Protokollprüfung": is the chain of checksums whole, from the first entry to the newest? */
@Component({
  selector: 'app-verification-card',
  imports: [Icon, MatAnchor, MatButton, NoticeBox, ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verification-card.html',
  styles: `
    .result:not(:empty) {
      margin-top: 0.75rem;
    }
    code {
      overflow-wrap: anywhere;
    }
    .button-row + .muted {
      margin: 0.5rem 0 0;
      font-size: 0.8125rem;
    }
  `,
})
export class VerificationCard {
  private readonly client = inject(AuditClient);
  protected readonly t = injectTexts();
  protected readonly exportAddress = this.client.exportAddress;
  protected readonly verdict = signal<AuditVerificationDto | null>(null);
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
