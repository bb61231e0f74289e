import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConflictDialog } from './conflict-dialog';

/** One field both persons may have changed; values are shown as they are (format before). */
export interface ConflictField {
  readonly name: string;
  /** Shown label, translated before. */
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Conflict {
  /** Who saved in between and when (ISO), as far as the server tells. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly fields: readonly ConflictField[];
}

/** Field name → whose value goes on. */
export type Resolution = Readonly<Record<string, 'mine' | 'theirs'>>;

/** Shows both versions after a 412 and lets the person choose field by field; null keeps everything as typed for now. */
@Injectable({ providedIn: 'root' })
export class Conflicts {
  private readonly dialog = inject(MatDialog);

  async resolve(conflict: Conflict): Promise<Resolution | null> {
    const reference = this.dialog.open<ConflictDialog, Conflict, Resolution>(ConflictDialog, {
      data: conflict,
      autoFocus: 'first-heading',
      restoreFocus: true,
      disableClose: true,
      width: '52rem',
      maxWidth: '96vw',
    });
    return (await firstValueFrom(reference.afterClosed())) ?? null;
  }
}
