import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Texts, asApiProblem, injectTexts } from '@wir/shared/console';
import { ProblemPanel, Skeleton, Timeline } from '@wir/shared/ui';
import { DisbursementClient } from '../data/disbursement-client';
import { requestEntries } from './history-entries';
import { RequestStore } from './request-store';

/** Tab "Verlauf": who did what with this request and its order, newest first. */
@Component({
  selector: 'app-request-history-tab',
  imports: [ProblemPanel, Skeleton, Timeline],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('disbursements.tab.history') }}</h2>
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
  private readonly client = inject(DisbursementClient);
  private readonly store = inject(RequestStore);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  protected readonly history = resource({
    params: () => {
      const request = this.store.request.value();
      return request ? { applicationId: request.applicationId, version: request.version } : undefined;
    },
    loader: ({ params, abortSignal }) => this.client.history(params.applicationId, abortSignal),
  });
  protected readonly entries = computed(() => {
    const request = this.store.request.value();
    return request && this.history.hasValue()
      ? requestEntries(this.history.value(), request, this.t, this.texts.language())
      : [];
  });
  protected readonly problem = computed(() => {
    const error = this.history.error();
    return error ? asApiProblem(error.cause ?? error) : undefined;
  });
}
