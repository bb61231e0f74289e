import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { formatGermanDate } from '@wir/shared/kernel';
import { CheckField, Control, DayField, Field } from '@wir/shared/ui';
import { RequestNote } from '../request-note';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';

@Component({
  selector: 'app-project-step',
  imports: [CheckField, Control, DayField, Field, FormField, RequestNote, StepFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-step.html',
  styles: `
    .period {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: 1.25rem;
    }
    legend {
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
  `,
})
export class ProjectStep {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  protected readonly periodHint = computed(() => {
    const period = this.store.rules()?.period;
    return period
      ? this.t('applications.hint.period', { start: formatGermanDate(period.start), end: formatGermanDate(period.end) })
      : undefined;
  });
}
