import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, Texts, injectTexts } from '@wir/shared/console';
import type { TaskListDto } from '@wir/shared/contract';
import { berlinDay, cents, daysBetween, formatEuro, localDate } from '@wir/shared/kernel';
import { DeadlineBadge, EuroPipe, Icon } from '@wir/shared/ui';
import { groupWords, taskLook } from './task-looks';
import { groupTasks } from './task-order';

/** Rows of a group before "Alle anzeigen". */
const FIRST = 8;

/** What waits for the desk, one group per kind of work: "Zur Zeichnung (7, 812.400,00 €)", and its cases below. */
@Component({
  selector: 'app-task-groups',
  imports: [DeadlineBadge, EuroPipe, Icon, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task-groups.html',
  styleUrl: './task-groups.scss',
})
export class TaskGroups {
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly list = input.required<TaskListDto>();

  private readonly opened = signal<readonly string[]>([]);
  protected readonly groups = computed(() =>
    groupTasks(this.list()).map((group) => {
      const look = taskLook(group.kind);
      const isOpen = this.opened().includes(group.kind);
      return {
        ...group,
        icon: look.icon,
        all: look.list,
        heading: this.heading(group.kind, group.count, group.sumCents),
        shown: isOpen ? group.tasks : group.tasks.slice(0, FIRST),
        hidden: isOpen ? 0 : Math.max(0, group.tasks.length - FIRST),
      };
    }),
  );

  protected open(kind: string): void {
    this.opened.update((kinds) => [...kinds, kind]);
  }

  /** "seit 3 Tagen", by the clock of the portal. */
  protected waiting(since: string): string {
    const days = daysBetween(berlinDay(new Date(since)), localDate(this.session.today()));
    if (days <= 0) return this.t('notifications.since.today');
    return days === 1 ? this.t('notifications.since.yesterday') : this.t('notifications.since.days', { days });
  }

  private heading(kind: string, count: number, sumCents: number): string {
    const amount = sumCents > 0 ? `, ${formatEuro(cents(sumCents), this.texts.language())}` : '';
    return `${groupWords(kind, this.t)} (${count}${amount})`;
  }
}
