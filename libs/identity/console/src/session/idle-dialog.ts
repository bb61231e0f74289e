import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { IdleWatch, LocalCopies, Preferences, Session, injectTexts } from '@wir/shared/console';

/**
 * Five minutes before the session ends for want of use. It goes away by itself when the session goes on (also by another
 * tab) or has ended; the page below keeps what was typed.
 */
@Component({
  selector: 'app-idle-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.escape)': 'stay()' },
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('identity.idle.title') }}</h2>
    <mat-dialog-content>
      <p id="idle-text">{{ t('identity.idle.text') }}</p>
      <p class="left" aria-hidden="true">{{ clock() }}</p>
      <p class="visually-hidden" role="status">{{ spoken() }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="leave()">{{ t('identity.idle.leave') }}</button>
      <button matButton="filled" type="button" (click)="stay()">{{ t('identity.idle.stay') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .left {
      margin: 0.5rem 0 0;
      font-size: 2.25rem;
      font-weight: 600;
      line-height: 1.1;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class IdleDialog {
  private readonly watch = inject(IdleWatch);
  private readonly session = inject(Session);
  private readonly copies = inject(LocalCopies);
  private readonly preferences = inject(Preferences);
  private readonly router = inject(Router);
  private readonly reference = inject<MatDialogRef<IdleDialog, void>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly seconds = computed(() => Math.ceil((this.watch.idleLeft() ?? 0) / 1000));
  protected readonly clock = computed(() => {
    const seconds = this.seconds();
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  /** Once a minute, and once more near the end: a countdown read out each second would drown everything else. */
  protected readonly spoken = computed(() => {
    const minutes = Math.ceil(this.seconds() / 60);
    if (this.seconds() <= 30) return this.t('identity.idle.seconds');
    return minutes === 1 ? this.t('identity.idle.minute') : this.t('identity.idle.minutes', { minutes });
  });

  constructor() {
    effect(() => {
      if (this.watch.idleLeft() === null) this.reference.close();
    });
  }

  protected stay(): void {
    void this.watch.stay();
  }

  protected async leave(): Promise<void> {
    this.reference.close();
    await this.session.signOut();
    this.copies.dropAll();
    this.preferences.keep();
    await this.router.navigateByUrl('/anmelden');
  }
}
