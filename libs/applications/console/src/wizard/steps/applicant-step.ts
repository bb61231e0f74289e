import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { injectTexts } from '@wir/shared/console';
import { Control, Field } from '@wir/shared/ui';
import { ProgrammeClient } from '../../data/programme-client';
import { RequestNote } from '../request-note';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';

@Component({
  selector: 'app-applicant-step',
  imports: [Control, Field, FormField, RequestNote, StepFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './applicant-step.html',
})
export class ApplicantStep {
  private readonly programme = inject(ProgrammeClient);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  private readonly applicants = resource({ loader: () => this.programme.applicants(), defaultValue: [] });
  protected readonly application = this.store.application.value;
  protected readonly applicant = computed(() => {
    const id = this.application()?.applicantId;
    return this.applicants.hasValue() ? this.applicants.value().find((candidate) => candidate.id === id) : undefined;
  });
}
