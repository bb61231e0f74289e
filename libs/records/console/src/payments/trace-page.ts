import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle, asApiProblem, injectTexts } from '@wir/shared/console';
import {
  DayPipe,
  DetailPage,
  EuroPipe,
  Fact,
  Icon,
  NoticeBox,
  ProblemPanel,
  Skeleton,
  StatusChip,
  Timeline,
} from '@wir/shared/ui';
import { PaymentTraceClient } from '../data/payment-trace-client';
import { DISCREPANCY_LOOKS, orderLook } from '../look/payment-looks';
import { TraceChain } from './trace-chain';
import { traceEntries } from './trace-entries';
import { traceSteps } from './trace-steps';
import { TransferTable } from './transfer-table';

/** One payment with everything that stands behind it, for whoever audits it. */
@Component({
  selector: 'app-trace-page',
  imports: [
    DayPipe,
    DetailPage,
    EuroPipe,
    Fact,
    Icon,
    NoticeBox,
    ProblemPanel,
    RouterLink,
    Skeleton,
    StatusChip,
    Timeline,
    TraceChain,
    TransferTable,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './trace-page.html',
  styleUrl: './trace-page.scss',
})
export class TracePage {
  private readonly client = inject(PaymentTraceClient);
  protected readonly t = injectTexts();
  protected readonly looks = DISCREPANCY_LOOKS;
  /** Of the address. */
  readonly orderNumber = input.required<string>();

  protected readonly trace = resource({
    params: () => this.orderNumber(),
    loader: ({ params, abortSignal }) => this.client.trace(params, abortSignal),
  });
  protected readonly steps = computed(() => (this.trace.hasValue() ? traceSteps(this.trace.value()) : []));
  protected readonly entries = computed(() => (this.trace.hasValue() ? traceEntries(this.trace.value(), this.t) : []));
  protected readonly status = computed(() =>
    orderLook(this.trace.hasValue() ? this.trace.value().order.state : 'ORDERED'),
  );
  protected readonly problem = computed(() => {
    const error = this.trace.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly bundle = computed(() => {
    if (!this.trace.hasValue()) return {};
    const { request } = this.trace.value();
    return { art: 'auszahlung', objekt: request.id, nummer: request.requestNumber };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.setSubject(this.orderNumber()));
    inject(DestroyRef).onDestroy(() => title.setSubject(null));
  }
}
