import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { DayPipe, Icon, PageHeader, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { AreaLinks } from './area-links';
import { MoneyTable } from './money-table';
import { ProjectList } from './project-list';
import { StartStore } from './start-store';
import { TaskCards } from './task-cards';
import { TaskGroups } from './task-groups';
import { byDeadline, overdueCount } from './task-order';

/** Greeting and "Was ist zu tun?": for municipalities as cards with projects and money below, for the authority as groups. */
@Component({
  selector: 'app-task-start-page',
  imports: [
    AreaLinks,
    DayPipe,
    Icon,
    MatButton,
    MoneyTable,
    PageHeader,
    ProblemPanel,
    ProjectList,
    RouterLink,
    Skeleton,
    TaskCards,
    TaskGroups,
  ],
  providers: [StartStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './start-page.html',
  styleUrl: './start-page.scss',
})
export class StartPage {
  protected readonly store = inject(StartStore);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly greeting = computed(() => {
    const me = this.session.me();
    return this.t('notifications.greeting', { name: me?.applicantName ?? me?.name ?? '' });
  });
  protected readonly tasks = computed(() => this.store.tasks.value());
  protected readonly count = computed(() => (this.tasks()?.groups ?? []).reduce((sum, { count }) => sum + count, 0));
  protected readonly overdue = computed(() => overdueCount(this.tasks()?.items ?? [], this.session.today()));
  /** The case that is due first; one press from here. */
  protected readonly next = computed(() => (this.tasks()?.items ?? []).toSorted(byDeadline)[0]);
}
