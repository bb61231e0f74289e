import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { STEPS, type Step } from './draft/draft-steps';
import { WizardStore } from './wizard-store';

/** Frame of one page of the form: which step, its heading, what it is about, and the way on and back. */
@Component({
  selector: 'app-step-frame',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="number">{{ t('applications.wizard.stepOf', { number: position() + 1, total }) }}</p>
    <h1 tabindex="-1">{{ t('applications.step.' + step()) }}</h1>
    <p class="lead reading">{{ t('applications.stepLead.' + step()) }}</p>
    @if (!store.editable() && isFillable()) {
      <p class="muted">{{ t('applications.wizard.readonly') }}</p>
    }
    <ng-content />
    @if (before() || after()) {
      <p class="button-row no-print">
        @if (before(); as before) {
          <button matButton="outlined" type="button" (click)="go(before)">
            {{ t('applications.wizard.previous') }}
          </button>
        }
        @if (after(); as after) {
          <button matButton="filled" type="button" (click)="go(after)">{{ t('applications.wizard.next') }}</button>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .number {
      margin: 0 0 0.125rem;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    .lead {
      margin: 0.375rem 0 1.25rem;
      color: var(--app-muted);
    }
    .button-row {
      margin: 1.75rem 0 0;
      padding-top: 1.25rem;
      border-top: 1px solid var(--app-line);
    }
  `,
})
export class StepFrame {
  private readonly router = inject(Router);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly total = STEPS.length;

  readonly step = input.required<Step>();

  protected readonly position = computed(() => STEPS.indexOf(this.step()));
  protected readonly before = computed(() => STEPS[this.position() - 1] ?? null);
  /** Nothing comes after handing in, and handing in only when nothing is missing. */
  protected readonly after = computed(() => {
    const next = STEPS[this.position() + 1] ?? null;
    return next !== null && this.store.markOf(next) === 'locked' ? null : next;
  });
  protected readonly isFillable = computed(() => this.step() !== 'pruefen' && this.step() !== 'einreichen');

  protected go(step: Step): void {
    void this.router.navigate(['/antraege', this.store.id(), 'bearbeiten', step]);
  }
}
