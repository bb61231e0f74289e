import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { Icon, type IconName } from '@wir/shared/ui';
import { filter, map } from 'rxjs';
import { STEPS, type Step } from './draft/draft-steps';
import { WizardStore, type StepMark } from './wizard-store';

interface Entry {
  readonly step: Step;
  readonly number: number;
  readonly mark: StepMark;
  readonly icon: IconName;
  readonly label: string;
  readonly isHere: boolean;
  readonly isClosed: boolean;
}

const ICONS: Readonly<Record<StepMark, IconName>> = {
  open: 'minus',
  begun: 'edit',
  done: 'check-circle',
  asked: 'question',
  locked: 'lock',
};

/** The list of steps with their states; any order, only handing in waits for the rest. On narrow screens it folds. */
@Component({
  selector: 'app-step-list',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './step-list.html',
  styleUrl: './step-list.scss',
})
export class StepList {
  private readonly router = inject(Router);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly unfolded = signal(false);

  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  protected readonly entries = computed<Entry[]>(() => {
    const here = /bearbeiten\/(\w+)/.exec(this.address())?.[1];
    return STEPS.map((step, index) => {
      const mark = this.store.markOf(step);
      return {
        step,
        number: index + 1,
        mark,
        icon: ICONS[mark],
        label: this.t(`applications.step.${step}`),
        isHere: step === here,
        isClosed: mark === 'locked',
      };
    });
  });
  protected readonly here = computed(() => this.entries().find(({ isHere }) => isHere));
  protected readonly total = STEPS.length;
}
