import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts, type ApiProblem } from '@wir/shared/console';
import type { ApplicationListItemDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, MomentPipe, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import type { Opening } from './start-application';

export interface StartData {
  readonly drafts: readonly ApplicationListItemDto[];
  readonly openings: readonly Opening[];
  readonly problem: ApiProblem | null;
}

export interface StartChoice {
  readonly draftId?: string;
  readonly opening?: Opening;
}

@Component({
  selector: 'app-start-dialog',
  imports: [
    DayPipe,
    EuroPipe,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MomentPipe,
    NoticeBox,
    ProblemPanel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './start-dialog.html',
  styleUrl: './start-dialog.scss',
})
export class StartDialog {
  protected readonly t = injectTexts();
  protected readonly data = inject<StartData>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<StartDialog, StartChoice>>(MatDialogRef);
  protected readonly opening = signal<Opening | undefined>(this.data.openings[0]);
}
