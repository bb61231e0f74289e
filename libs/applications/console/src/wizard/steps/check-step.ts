import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { NoticeBox } from '@wir/shared/ui';
import { ApplicationReading } from '../../detail/application-reading';
import { fieldLabel, pathByYear } from '../../detail/field-label';
import { toPlan } from '../draft/draft-rules';
import { stepOfPath } from '../draft/draft-steps';
import { ProblemList, type ListedProblem } from '../problem-list';
import { StepFrame } from '../step-frame';
import { WizardStore } from '../wizard-store';

/** "Prüfen": what is still missing, each a link to its field, and all answers with their way back. */
@Component({
  selector: 'app-check-step',
  imports: [ApplicationReading, NoticeBox, ProblemList, RouterLink, StepFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-step.html',
  styles: `
    ul {
      margin: 0.25rem 0 0;
      padding-left: 1.25rem;
    }
  `,
})
export class CheckStep {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  protected readonly problems = computed<ListedProblem[]>(() =>
    this.store.problems().map(({ path, code }) => ({
      path: pathByYear(path, this.store.draft().years),
      code,
      label: fieldLabel(path, this.store.draft().years, this.t),
      step: stepOfPath(path),
    })),
  );
  protected readonly asked = computed(() =>
    this.store.openItems().map((item) => ({
      ...item,
      label: fieldLabel(item.field, this.store.draft().years, this.t),
      step: stepOfPath(item.field),
      target: pathByYear(item.field, this.store.draft().years),
    })),
  );
  /** What is typed, also where the server does not have it yet. */
  protected readonly shown = computed<ApplicationDto | undefined>(() => {
    const application = this.store.application.value();
    if (!application) return undefined;
    const draft = this.store.draft();
    const years = toPlan(draft).map((year) => ({ ...year, expenses: [...year.expenses], income: [...year.income] }));
    return {
      ...application,
      title: draft.title,
      purpose: draft.purpose,
      periodStart: draft.periodStart ?? application.periodStart,
      periodEnd: draft.periodEnd ?? application.periodEnd,
      contactName: draft.contactName,
      contactEmail: draft.contactEmail,
      declarations: draft.declarations,
      years,
      requestedCents: years.reduce((total, year) => total + year.requestedCents, 0),
    };
  });
}
