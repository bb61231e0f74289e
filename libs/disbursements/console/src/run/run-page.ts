import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle, injectTexts } from '@wir/shared/console';
import type { PaymentFileFormat } from '@wir/shared/contract';
import { DetailPage, EuroPipe, Fact, Icon, MomentPipe, ProblemPanel, Skeleton, detailState } from '@wir/shared/ui';
import { PaymentClient, runFileAddress } from '../data/payment-client';
import { RUN_LOOKS } from '../look/disbursement-looks';
import { OrderTable } from '../parts/order-table';

/** One run: what was frozen, its checksum and files, and what the cash office made of each order. */
@Component({
  selector: 'app-run-page',
  imports: [DetailPage, EuroPipe, Fact, Icon, MomentPipe, OrderTable, ProblemPanel, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './run-page.html',
  styleUrl: './run-page.scss',
})
export class RunPage {
  private readonly client = inject(PaymentClient);
  private readonly title = inject(PageTitle);
  protected readonly t = injectTexts();

  readonly id = input.required<string>();
  protected readonly run = detailState(
    () => this.id(),
    (id, abort) => this.client.run(id, abort),
  );
  protected readonly heading = computed(() =>
    this.t('disbursements.run.heading', { number: this.run.value()?.runNumber ?? '' }),
  );
  protected readonly look = computed(() => RUN_LOOKS[this.run.value()?.openCount === 0 ? 'done' : 'open']);

  constructor() {
    effect(() => this.title.setSubject(this.run.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected address(format: PaymentFileFormat): string {
    return runFileAddress(this.id(), format);
  }
}
