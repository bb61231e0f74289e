import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { DisbursementCheckDto } from '@wir/shared/contract';
import { Icon, MomentPipe } from '@wir/shared/ui';

/** The signed check, as it stands on the order. */
@Component({
  selector: 'app-check-note',
  imports: [Icon, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('disbursements.check.title') }}</h2>
      <dl class="facts">
        <dt>{{ t('disbursements.check.result') }}</dt>
        <dd class="signed"><app-icon name="check-circle" /> {{ t('disbursements.check.correct') }}</dd>
        <dt>{{ t('disbursements.check.signed') }}</dt>
        <dd>{{ check().checkedAt | moment }}, {{ check().checkedBy }}</dd>
        @if (check().note) {
          <dt>{{ t('disbursements.check.note') }}</dt>
          <dd class="text" lang="de">{{ check().note }}</dd>
        }
      </dl>
    </section>
  `,
  styles: `
    .signed {
      display: flex;
      gap: 0.375rem;
      align-items: center;
      font-weight: 500;
    }
    .signed app-icon {
      color: var(--kern-color-feedback-success);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class CheckNote {
  readonly check = input.required<DisbursementCheckDto>();
  protected readonly t = injectTexts();
}
