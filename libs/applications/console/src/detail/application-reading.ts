import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon, MomentPipe } from '@wir/shared/ui';
import { ProgrammeClient } from '../data/programme-client';
import { DECLARATION_NAMES } from '../wizard/draft/plan-edits';
import { AttachmentList } from './attachment-list';
import { ChangeLink } from './change-link';
import { PlanTable } from './plan-table';

/** The application as handed in; nothing here can be edited. Sections carry ids, so that a check can point at its evidence. */
@Component({
  selector: 'app-application-reading',
  imports: [AttachmentList, ChangeLink, DayPipe, EuroPipe, Icon, MomentPipe, PlanTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './application-reading.html',
  styleUrl: './application-reading.scss',
})
export class ApplicationReading {
  private readonly programme = inject(ProgrammeClient);
  protected readonly t = injectTexts();
  protected readonly declarations = DECLARATION_NAMES;

  readonly application = input.required<ApplicationDto>();
  /** With links "Ändern" to the pages of the form. */
  readonly changeable = input(false);

  private readonly applicants = resource({ loader: () => this.programme.applicants(), defaultValue: [] });
  protected readonly applicant = computed(() =>
    this.applicants.hasValue()
      ? this.applicants.value().find(({ id }) => id === this.application().applicantId)
      : undefined,
  );
}
