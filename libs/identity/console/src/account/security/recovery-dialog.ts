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
import { RecoveryCodes } from '../../codes/recovery-codes';

/** New recovery codes, shown this one time. */
@Component({
  selector: 'app-recovery-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, RecoveryCodes],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('identity.recovery.title') }}</h2>
    <mat-dialog-content><app-recovery-codes [codes]="codes" /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" (click)="reference.close()">{{ t('identity.recovery.kept') }}</button>
    </mat-dialog-actions>
  `,
})
export class RecoveryDialog {
  protected readonly t = injectTexts();
  protected readonly codes = inject<readonly string[]>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<RecoveryDialog, void>>(MatDialogRef);
}
