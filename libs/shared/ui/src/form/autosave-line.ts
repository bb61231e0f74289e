import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Texts, injectTexts, problemText } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import { clockTime } from '../value/clock-time';
import type { AutosaveState } from './autosave';
import type { ApiProblem } from '@wir/shared/console';
import type { Signal } from '@angular/core';

/** What the line needs of an {@link Autosave}. */
export interface AutosaveView {
  readonly state: Signal<AutosaveState>;
  readonly savedAt: Signal<Date | null>;
  readonly problem: Signal<ApiProblem | null>;
  flush(): Promise<boolean>;
}

/** "Alle Änderungen gespeichert, 14:03 Uhr", or the bar that stays until saving works again. */
@Component({
  selector: 'app-autosave-line',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="line" role="status">
      @switch (autosave().state()) {
        @case ('saved') {
          <app-icon name="check" /> {{ t('ui.autosave.saved', { time: time() }) }}
        }
        @case ('saving') {
          <app-icon name="refresh" /> {{ t('ui.autosave.saving') }}
        }
        @case ('waiting') {
          {{ t('ui.autosave.waiting') }}
        }
      }
    </p>
    @if (sentence(); as sentence) {
      <div class="bar" role="alert">
        <app-icon name="alert" />
        <p>
          <strong>{{ t(autosave().state() === 'conflict' ? 'ui.autosave.conflict' : 'ui.autosave.failed') }}</strong>
          {{ sentence }}
        </p>
        @if (autosave().state() === 'conflict') {
          <button matButton="filled" type="button" (click)="compare.emit()">{{ t('ui.autosave.compare') }}</button>
        } @else {
          <button matButton="outlined" type="button" (click)="autosave().flush()">{{ t('ui.problem.retry') }}</button>
        }
      </div>
    }
  `,
  styles: `
    .line {
      display: flex;
      gap: 0.375rem;
      align-items: center;
      min-height: 1.5rem;
      margin: 0;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    .bar {
      position: sticky;
      bottom: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
      padding: 0.75rem 1rem;
      background: var(--kern-color-feedback-warning-background);
      border-left: 4px solid var(--kern-color-feedback-warning);
      border-radius: var(--app-radius);
    }
    .bar p {
      flex: 1 1 18rem;
      margin: 0;
    }
    .bar app-icon {
      color: var(--kern-color-feedback-warning);
    }
  `,
})
export class AutosaveLine {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly autosave = input.required<AutosaveView>();
  /** The person wants to see both versions after a conflict. */
  readonly compare = output<void>();

  protected readonly time = computed(() => {
    const savedAt = this.autosave().savedAt();
    return savedAt ? clockTime(savedAt, this.texts.language()) : '';
  });
  protected readonly sentence = computed(() => {
    const problem = this.autosave().problem();
    return problem ? problemText(problem, this.texts.language()) : null;
  });
}
