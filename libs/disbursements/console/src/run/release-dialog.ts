import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { PaymentRunDto } from '@wir/shared/contract';
import { EuroPipe, Icon, MomentPipe } from '@wir/shared/ui';
import { PayeeTable } from '../parts/payee-table';

/** Before the files leave the house: how much, to which accounts, and that there is no way back. */
@Component({
  selector: 'app-release-dialog',
  imports: [EuroPipe, Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, MomentPipe, PayeeTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('disbursements.release.title', { number: run.runNumber }) }}</h2>
    <mat-dialog-content>
      <p class="sum">{{ run.sumCents | euro }}</p>
      <dl class="facts">
        <dt>{{ t('disbursements.column.orders') }}</dt>
        <dd>{{ run.orderCount }}</dd>
        <dt>{{ t('disbursements.run.frozen') }}</dt>
        <dd>{{ run.createdAt | moment }}, {{ run.createdBy }}</dd>
        <dt>{{ t('disbursements.run.checksum') }}</dt>
        <dd>
          <code>{{ run.checksum }}</code>
        </dd>
      </dl>
      <h3>{{ t('disbursements.run.payees') }}</h3>
      <app-payee-table [orders]="run.orders" />
      <p class="muted">{{ t('disbursements.release.text') }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('disbursements.stay') }}</button>
      <button matButton="filled" type="button" (click)="reference.close(true)">
        <app-icon name="sign" /> {{ t('disbursements.act.release') }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrls: ['../request/order-dialog.scss', './release-dialog.scss'],
})
export class ReleaseDialog {
  protected readonly t = injectTexts();
  protected readonly run = inject<PaymentRunDto>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<ReleaseDialog, boolean>>(MatDialogRef);
}
