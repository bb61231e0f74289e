import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { AwardDto, DisbursementRequestDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon } from '@wir/shared/ui';
import { IbanPipe } from '../parts/iban-pipe';

export interface OrderQuestion {
  readonly request: DisbursementRequestDto;
  readonly award: AwardDto | null;
}

/** Before money leaves: sum, payee, account and what the budget shows afterwards. */
@Component({
  selector: 'app-order-dialog',
  imports: [DayPipe, EuroPipe, IbanPipe, Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './order-dialog.html',
  styleUrl: './order-dialog.scss',
})
export class OrderDialog {
  protected readonly t = injectTexts();
  protected readonly question = inject<OrderQuestion>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<OrderDialog, boolean>>(MatDialogRef);
  protected readonly request = this.question.request;
  protected readonly holder = this.question.award?.payoutAccount?.accountHolder ?? this.request.applicantName;

  /** The order moves its sum from committed to ordered; nothing else changes. */
  protected readonly effects = computed(() => {
    const { amountCents, limits, year } = this.request;
    const ordered = this.question.award?.tranches.find((tranche) => tranche.year === year)?.orderedCents ?? 0;
    const committed = limits.yearCommittedCents;
    return [
      { label: 'disbursements.effect.committed', before: committed, after: committed - amountCents },
      { label: 'disbursements.effect.ordered', before: ordered, after: ordered + amountCents },
    ];
  });
}
