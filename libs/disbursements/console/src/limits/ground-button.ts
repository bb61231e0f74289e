import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { AwardDto, PayoutGateDto } from '@wir/shared/contract';
import { Confirm, Icon, ProblemPanel } from '@wir/shared/ui';
import { OrderLimitClient } from '../data/order-limit-client';
import { provisionalYear } from '../parts/gate-days';

/** Records that a provisional year has to pay: the duty rests on law or contract (Art. 140 HV). */
@Component({
  selector: 'app-ground-button',
  imports: [Icon, MatButton, ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (refusal(); as refusal) {
      <app-problem-panel [problem]="refusal" [retryable]="false" />
    }
    @if (year() !== null && session.can('legal-ground.record')) {
      <button matButton="outlined" type="button" (click)="record()">
        <app-icon name="scale" /> {{ t('disbursements.ground.record') }}
      </button>
    }
  `,
  styles: `
    button {
      margin-top: 0.75rem;
    }
  `,
})
export class GroundButton {
  private readonly client = inject(OrderLimitClient);
  private readonly confirm = inject(Confirm);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly award = input.required<AwardDto>();
  readonly gates = input.required<readonly PayoutGateDto[]>();
  readonly recorded = output<void>();

  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly year = computed(() => provisionalYear(this.gates()));

  protected async record(): Promise<void> {
    const year = this.year();
    if (year === null) return;
    const answer = await this.confirm.ask({
      title: 'disbursements.ground.title',
      text: 'disbursements.ground.text',
      confirm: 'disbursements.ground.record',
      reason: 'disbursements.reason',
      reasonHint: 'disbursements.ground.hint',
      params: { year: String(year), number: this.award().awardNumber },
    });
    if (!answer) return;
    this.refusal.set(null);
    try {
      await this.client.recordGround({ awardId: this.award().id, year, reason: answer.reason });
      this.recorded.emit();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }
}
