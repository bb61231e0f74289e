import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { CheckField } from '@wir/shared/ui';
import { PlanTable } from '../../detail/plan-table';
import { toPlanYear } from '../draft/draft-rules';
import { FinancingGrid } from '../financing-grid';
import { PathProblems } from '../path-problems';
import { RequestNote } from '../request-note';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';
import { YearSwitch } from '../year-switch';

@Component({
  selector: 'app-financing-step',
  imports: [CheckField, FinancingGrid, FormField, PathProblems, PlanTable, RequestNote, StepFrame, YearSwitch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './financing-step.html',
  styleUrl: './plan-step.scss',
})
export class FinancingStep {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly declarations = ['totalFinancingSecured', 'noDoubleFunding', 'noInputTaxDeduction'] as const;

  protected readonly path = computed(() => `years[${this.store.yearIndex()}]`);
  protected readonly plan = computed(() => this.store.draft().years.map(toPlanYear));
}
