import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { ApplicationListItemDto, AwardDto } from '@wir/shared/contract';
import { berlinDay, daysBetween, localDate } from '@wir/shared/kernel';
import { DayPipe, EuroPipe, StepBar } from '@wir/shared/ui';
import { isEnded, projectSteps, turnOf } from './project-steps';
import type { Overview } from './start-store';

/** States in which the authority reads; the days since submission are told. */
const IN_REVIEW: readonly string[] = ['SUBMITTED', 'UNDER_REVIEW', 'REVIEWED', 'BUDGET_CONFIRMED'];

/** The projects of a municipality: how far each one is and whose turn it is. */
@Component({
  selector: 'app-project-list',
  imports: [DayPipe, EuroPipe, RouterLink, StepBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-list.html',
  styleUrl: './project-list.scss',
})
export class ProjectList {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly overview = input.required<Overview>();

  protected readonly projects = computed(() =>
    this.overview()
      .applications.map((application) => {
        const award = this.overview().awards.find(({ applicationId }) => applicationId === application.id);
        const steps = projectSteps(application, award).map(({ step, state }) => ({
          label: this.t(`notifications.step.${step}`),
          state,
        }));
        return { application, award, steps, turn: this.turn(application, award), ended: isEnded(application.state) };
      })
      .sort((a, b) => Number(a.ended) - Number(b.ended)),
  );

  private turn(application: ApplicationListItemDto, award: AwardDto | undefined): string {
    const words = this.t(`notifications.turn.${turnOf(application, award)}`);
    if (!IN_REVIEW.includes(application.state) || !application.submittedAt) return words;
    const days = daysBetween(berlinDay(new Date(application.submittedAt)), localDate(this.session.today()));
    return days < 2 ? words : `${words} ${this.t('notifications.turn.days', { days })}`;
  }
}
