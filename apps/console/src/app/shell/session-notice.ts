import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { IdleWatch, Session, injectTexts } from '@wir/shared/console';
import { ClockPipe, Icon } from '@wir/shared/ui';

/**
 * Says in time that the session comes to its last end (WCAG 2.2.1) and lets the person go on by signing in over the page.
 * Sessions live by the real clock, which the demo cannot move. The end for want of use has a dialog of its own.
 */
@Component({
  selector: 'app-session-notice',
  imports: [ClockPipe, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (watch.lastEndNear(); as endsAt) {
        <p>
          <app-icon name="clock" /><span>{{ t('shell.session.ends', { time: (endsAt | clock) }) }}</span>
          <button matButton="outlined" type="button" (click)="extend()">{{ t('shell.session.extend') }}</button>
        </p>
      }
    </div>
  `,
  styles: `
    span {
      flex: 0 1 auto;
      max-width: calc(100% - 2rem);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: center;
      margin: 0;
      padding: 0.375rem 1.25rem;
      background: var(--kern-color-feedback-warning-background);
      border-bottom: 1px solid var(--kern-color-feedback-warning);
    }
  `,
})
export class SessionNotice {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly watch = inject(IdleWatch);
  protected readonly t = injectTexts();

  constructor() {
    effect(() => {
      if (this.session.signedOutElsewhere())
        void this.router.navigate(['/anmelden'], { queryParams: { ziel: this.router.url } });
    });
  }

  protected extend(): void {
    void this.session.askAgain();
  }
}
