import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import type { ApplicationListItemDto, TaskDto } from '@wir/shared/contract';
import { DeadlineBadge, EuroPipe, Icon } from '@wir/shared/ui';
import { buttonWords, taskAddress, taskLook, taskWords } from './task-looks';
import { cardOrder, isUnsubmitted } from './task-order';

/** More than five at once is a wall, not a list of what is next. */
const FIRST = 5;

/** What a municipality has to do: a card each, verb first, with its day and one button. */
@Component({
  selector: 'app-task-cards',
  imports: [DeadlineBadge, EuroPipe, Icon, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task-cards.html',
  styleUrl: './task-cards.scss',
})
export class TaskCards {
  protected readonly t = injectTexts();

  readonly tasks = input.required<readonly TaskDto[]>();
  /** Where the names of the projects stand. */
  readonly applications = input.required<readonly ApplicationListItemDto[]>();

  protected readonly all = signal(false);
  protected readonly cards = computed(() => {
    const titles = new Map(this.applications().map(({ caseNumber, title }) => [caseNumber, title]));
    return cardOrder(this.tasks()).map((task) => ({
      task,
      icon: taskLook(task.kind).icon,
      address: taskAddress(task),
      words: taskWords(task, this.t),
      button: buttonWords(task, this.t),
      project: titles.get(task.caseNumber) ?? '',
      unsubmitted: isUnsubmitted(task),
    }));
  });
  protected readonly shown = computed(() => (this.all() ? this.cards() : this.cards().slice(0, FIRST)));
}
