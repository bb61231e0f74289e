import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import type { AwardDto } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import type { BlockQuestion } from './block-dialog';
import { BlockStore } from './block-store';

/** "Auszahlung sperren", for those who may. */
@Component({
  selector: 'app-block-button',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.can('payment-block.set')) {
      <button matButton="outlined" type="button" (click)="ask()">
        <app-icon name="lock" /> {{ t('disbursements.block.set') }}
      </button>
    }
  `,
  styles: `
    button {
      margin-top: 0.75rem;
    }
  `,
})
export class BlockButton {
  private readonly dialog = inject(MatDialog);
  private readonly store = inject(BlockStore);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly award = input.required<AwardDto>();
  readonly blocked = output<void>();

  protected async ask(): Promise<void> {
    const { BlockDialog } = await import('./block-dialog');
    const reference = this.dialog.open<InstanceType<typeof BlockDialog>, BlockQuestion, boolean>(BlockDialog, {
      data: { award: this.award() },
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    if (!(await firstValueFrom(reference.afterClosed()))) return;
    this.store.list.reload();
    this.blocked.emit();
  }
}
