import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import { MomentPipe } from '../value/moment-pipe';
import type { Conflict, ConflictField, Resolution } from './conflicts';

@Component({
  selector: 'app-conflict-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, MomentPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
})
export class ConflictDialog {
  protected readonly t = injectTexts();
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<ConflictDialog, Resolution>>(MatDialogRef);
  /** Only what differs needs a choice. */
  protected readonly fields: readonly ConflictField[] = this.conflict.fields.filter(
    (field) => field.mine !== field.theirs,
  );

  /** Own text is kept unless the person gives it up. */
  protected readonly choices = signal<Resolution>(Object.fromEntries(this.fields.map((field) => [field.name, 'mine'])));
  protected readonly mineCount = computed(
    () => Object.values(this.choices()).filter((choice) => choice === 'mine').length,
  );

  protected choose(name: string, choice: 'mine' | 'theirs'): void {
    this.choices.update((choices) => ({ ...choices, [name]: choice }));
  }
}
