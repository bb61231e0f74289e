import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon, MomentPipe, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { ApplicationStore } from '../detail/application-store';

/** Receipt after handing in: number, moment, what happens next. It stays at its address. */
@Component({
  selector: 'app-receipt-page',
  imports: [EuroPipe, Icon, MatButton, MomentPipe, ProblemPanel, RouterLink, Skeleton],
  providers: [ApplicationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './receipt-page.html',
  styleUrl: './receipt-page.scss',
})
export class ReceiptPage {
  protected readonly store = inject(ApplicationStore);
  protected readonly t = injectTexts();
  readonly id = input.required<string>();

  /** The latest act of handing in: the submission itself, or the answer to an information request. */
  protected readonly receivedAt = computed(() => {
    const application = this.store.application.value();
    const answers = application?.informationRequests.flatMap(({ answeredAt }) => answeredAt ?? []) ?? [];
    return [application?.submittedAt ?? '', ...answers].sort().at(-1) || null;
  });
  protected readonly isAnswer = computed(() => (this.store.application.value()?.submissionCount ?? 0) > 1);

  constructor() {
    effect(() => this.store.id.set(this.id()));
  }

  protected print(): void {
    window.print();
  }
}
