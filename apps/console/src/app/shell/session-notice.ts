import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SIGN_IN_AGAIN, Session, injectTexts } from '@wir/shared/console';
import { ClockPipe, Icon } from '@wir/shared/ui';

const WARN_MS = 5 * 60_000;

/**
 * Says in time that the session ends (WCAG 2.2.1) and lets the person go on by signing in over the page.
 * Sessions live by the real clock, which the demo cannot move.
 */
@Component({
  selector: 'app-session-notice',
  imports: [ClockPipe, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (endsAt(); as endsAt) {
        <p>
          <app-icon name="clock" /> {{ t('shell.session.ends', { time: (endsAt | clock) }) }}
          <button matButton="outlined" type="button" (click)="extend()">{{ t('shell.session.extend') }}</button>
        </p>
      }
    </div>
  `,
  styles: `
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
  private readonly signInAgain = inject(SIGN_IN_AGAIN);
  protected readonly t = injectTexts();
  private readonly realNow = signal(Date.now());

  protected readonly endsAt = computed(() => {
    const expires = this.session.me()?.sessionExpiresAt;
    return expires && Date.parse(expires) - this.realNow() < WARN_MS ? expires : null;
  });

  constructor() {
    const timer = setInterval(() => this.realNow.set(Date.now()), 15_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected extend(): void {
    void this.signInAgain();
  }
}
