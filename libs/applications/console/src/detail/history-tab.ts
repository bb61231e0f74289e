import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Texts, asApiProblem, injectTexts } from '@wir/shared/console';
import { ProblemPanel, Skeleton, Timeline } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { ApplicationStore } from './application-store';
import { historyEntry } from './history-sentences';

/** Tab "Verlauf": who did what when, newest first. */
@Component({
  selector: 'app-history-tab',
  imports: [ProblemPanel, Skeleton, Timeline],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('applications.tab.history') }}</h2>
      @if (problem(); as problem) {
        <app-problem-panel [problem]="problem" (retry)="history.reload()" />
      } @else if (history.hasValue()) {
        <app-timeline [entries]="entries()" />
      } @else {
        <app-skeleton />
      }
    </section>
  `,
})
export class HistoryTab {
  private readonly client = inject(ApplicationClient);
  private readonly store = inject(ApplicationStore);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  protected readonly history = resource({
    params: () => {
      const id = this.store.id();
      return id ? { id, revision: this.store.revision() } : undefined;
    },
    loader: ({ params, abortSignal }) => this.client.history(params.id, abortSignal),
  });
  protected readonly entries = computed(() =>
    this.history.hasValue()
      ? this.history.value().items.map((entry) => historyEntry(entry, this.t, this.texts.language()))
      : [],
  );
  protected readonly problem = computed(() => {
    const error = this.history.error();
    return error ? asApiProblem(error.cause ?? error) : undefined;
  });
}
