import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { TextParams } from '@wir/shared/console';
import { ConfirmDialog } from './confirm-dialog';

export interface ConfirmQuestion {
  /** Text keys, all filled with `params`. */
  readonly title: string;
  readonly text?: string;
  readonly confirm: string;
  readonly cancel?: string;
  readonly params?: TextParams;
  readonly tone?: 'normal' | 'danger';
  /** Text key of the label of a reason; with it the deed needs one. */
  readonly reason?: string;
  readonly reasonHint?: string;
}

export interface Confirmed {
  readonly reason: string;
}

/** Asks before a legal act. The answer is null when the person stays. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: ConfirmQuestion): Promise<Confirmed | null> {
    const reference = this.dialog.open<ConfirmDialog, ConfirmQuestion, Confirmed>(ConfirmDialog, {
      data: question,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '34rem',
      maxWidth: '96vw',
    });
    return (await firstValueFrom(reference.afterClosed())) ?? null;
  }
}
