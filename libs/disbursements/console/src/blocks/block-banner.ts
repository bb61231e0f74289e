import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, Texts, errorText, injectTexts } from '@wir/shared/console';
import type { PaymentBlockDto } from '@wir/shared/contract';
import { DayPipe, Icon, MomentPipe, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { mayLift, reasonAgainstLifting } from './block-rules';
import { BlockStore } from './block-store';
import { LiftQuestion } from './lift-block';

/** Says that nothing is paid, why and until when; a municipality reads no internal text. */
@Component({
  selector: 'app-block-banner',
  imports: [DayPipe, Icon, MatButton, MomentPipe, NoticeBox, ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.list.refusal(); as refusal) {
      <app-problem-panel [problem]="refusal" [retryable]="false" />
    }
    @for (block of store.standing(); track block.id) {
      <app-notice-box tone="danger" role="status">
        <p class="head">
          <strong>{{ t('disbursements.block.banner') }}</strong>
          {{ t('disbursements.block.reason.' + block.reasonCode) }}
        </p>
        <p>
          @if (block.endsOn) {
            {{ t('disbursements.block.until', { day: (block.endsOn | day) }) }}
          } @else {
            {{ t(session.isApplicant() ? 'disbursements.block.openForApplicant' : 'disbursements.block.open') }}
          }
        </p>
        @if (block.reason) {
          <p class="words">{{ block.reason }}</p>
        }
        @if (block.setBy) {
          <p class="muted">
            {{ t('disbursements.block.setBy', { moment: (block.setAt | moment), name: block.setBy }) }}
          </p>
        }
        @if (against(block); as reason) {
          <p class="against"><app-icon name="lock" /> {{ reason }}</p>
        } @else if (liftable(block)) {
          <button
            matButton="outlined"
            type="button"
            [attr.aria-disabled]="store.list.busy() !== null"
            (click)="lift(block)"
          >
            {{ t('disbursements.block.lift') }}
          </button>
        }
      </app-notice-box>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      margin-bottom: 1.25rem;
    }
    :host(:empty) {
      display: none;
    }
    p {
      margin: 0 0 0.25rem;
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
    }
    .against {
      display: flex;
      gap: 0.375rem;
    }
    button {
      margin-top: 0.375rem;
    }
  `,
})
export class BlockBanner {
  private readonly question = inject(LiftQuestion);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly store = inject(BlockStore);
  protected readonly t = injectTexts();
  protected readonly liftable = mayLift;

  /** What may be done with the award has changed. */
  readonly lifted = output<void>();

  protected against(block: PaymentBlockDto): string | null {
    const code = reasonAgainstLifting(block);
    return code && this.session.can('payment-block.lift') ? errorText(code, this.texts.language()) : null;
  }

  protected async lift(block: PaymentBlockDto): Promise<void> {
    const reason = await this.question.ask(block);
    if (reason !== null && (await this.store.lift(block.id, reason))) this.lifted.emit();
  }
}
