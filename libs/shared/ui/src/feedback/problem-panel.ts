import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiProblem, Texts, injectTexts, problemText } from '@wir/shared/console';
import { Icon } from '../icon/icon';

/** What happened, what is safe, what to do, and a number to quote. */
@Component({
  selector: 'app-problem-panel',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
  template: `
    <app-icon name="error" />
    <div>
      @if (wholePage()) {
        <h1 tabindex="-1">{{ t(isMissing() ? 'ui.problem.notFound' : 'ui.problem.title') }}</h1>
      } @else {
        <h2>{{ t('ui.problem.title') }}</h2>
      }
      <p>{{ sentence() }}</p>
      @if (problem().requestId; as requestId) {
        <p class="reference">
          {{ t('ui.problem.reference') }} <code>{{ requestId }}</code>
        </p>
      }
      @if (retryable() && !isMissing()) {
        <button matButton="outlined" type="button" (click)="retry.emit()">
          <app-icon name="refresh" /> {{ t('ui.problem.retry') }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 0.875rem;
      padding: 1.125rem 1.25rem;
      background: var(--kern-color-feedback-danger-background);
      border: 1px solid color-mix(in oklch, var(--kern-color-feedback-danger) 35%, transparent);
      border-left: 4px solid var(--kern-color-feedback-danger);
      border-radius: var(--app-radius);
    }
    :host > app-icon {
      width: 1.5rem;
      height: 1.5rem;
      color: var(--kern-color-feedback-danger);
    }
    :is(h1, h2) {
      font-size: 1rem;
      margin-bottom: 0.25rem;
    }
    p {
      margin-bottom: 0.5rem;
    }
    .reference {
      font-size: 0.8125rem;
    }
  `,
})
export class ProblemPanel {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly problem = input.required<ApiProblem>();
  readonly retryable = input(true);
  /** Stands where the page would be, whose heading it is then. */
  readonly wholePage = input(false);
  readonly retry = output<void>();

  /** A second try brings back nothing that does not exist, or not for this person. */
  protected readonly isMissing = computed(() => this.problem().status === 404);
  protected readonly sentence = computed(() => problemText(this.problem(), this.texts.language()));
}
