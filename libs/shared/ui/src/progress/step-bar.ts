import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type StepState = 'done' | 'current' | 'open' | 'stopped';

/** One station on the way of a case; words are shown as they are (translate before). */
export interface Step {
  readonly label: string;
  readonly state: StepState;
  /** A date or a short remark below the word. */
  readonly detail?: string;
}

const ICONS: Readonly<Record<StepState, IconName | null>> = {
  done: 'check',
  current: null,
  open: null,
  stopped: 'close',
};

/** The stations of a case as one line, or as a list where the line does not fit; each state is said in words too. */
@Component({
  selector: 'app-step-bar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.detailed]': 'detailed()' },
  template: `
    <ol [attr.aria-label]="name()">
      @for (step of steps(); track step.label) {
        <li [attr.data-state]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          <span class="mark">
            @if (icons[step.state]; as icon) {
              <app-icon [name]="icon" />
            }
          </span>
          <span class="words">
            <span class="word">{{ step.label }}</span>
            <span class="visually-hidden">({{ t('ui.step.' + step.state) }})</span>
            @if (step.detail; as detail) {
              <span class="detail">{{ detail }}</span>
            }
          </span>
        </li>
      }
    </ol>
    <p class="now" aria-hidden="true">{{ now() }}</p>
  `,
  styleUrl: './step-bar.scss',
})
export class StepBar {
  protected readonly t = injectTexts();
  protected readonly icons = ICONS;

  readonly steps = input.required<readonly Step[]>();
  /** Accessible name of the list: whose way this is. */
  readonly name = input.required<string>();

  protected readonly detailed = computed(() => this.steps().some(({ detail }) => detail));
  /** Where there is no room for all words: the one that counts. */
  protected readonly now = computed(() => {
    const steps = this.steps();
    const index = steps.findIndex(({ state }) => state === 'current' || state === 'stopped');
    const step = steps[index];
    return step ? this.t('ui.step.now', { number: index + 1, count: steps.length, label: step.label }) : '';
  });
}
