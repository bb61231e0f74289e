import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { ComponentCap } from '@wir/programme/domain';
import { isPost } from '@wir/programme/domain';
import { EuroPipe } from '@wir/shared/ui';
import { PlanTable } from '../../detail/plan-table';
import { CostGrid } from '../cost-grid';
import { toPlanYear } from '../draft/draft-rules';
import { PathProblems } from '../path-problems';
import { RequestNote } from '../request-note';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';
import { YearSwitch } from '../year-switch';

@Component({
  selector: 'app-cost-step',
  imports: [CostGrid, EuroPipe, PathProblems, PlanTable, RequestNote, StepFrame, YearSwitch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cost-step.html',
  styleUrl: './plan-step.scss',
})
export class CostStep {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  protected readonly path = computed(() => `years[${this.store.yearIndex()}]`);
  protected readonly plan = computed(() => this.store.draft().years.map(toPlanYear));
  protected readonly caps = computed<readonly ComponentCap[]>(() => this.store.rules()?.caps ?? []);

  protected isPost({ component }: ComponentCap): boolean {
    return isPost(component);
  }
}
