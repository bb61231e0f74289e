import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  Injector,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { PaymentOrderDto } from '@wir/shared/contract';
import { DayField, DayPipe, EuroPipe, Field, Icon, PageHeader, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { PaymentClient } from '../data/payment-client';
import { OrderTable } from '../parts/order-table';
import { PayeeTable } from '../parts/payee-table';
import { RegisterBanner } from '../register/register-banner';
import { OrderSelection } from './order-selection';

/** "Neuer Lauf": choose the orders, look at the list as it will stand, freeze it for a second person to release. */
@Component({
  selector: 'app-new-run-page',
  imports: [
    DayField,
    DayPipe,
    EuroPipe,
    Field,
    FormField,
    Icon,
    MatButton,
    OrderTable,
    PageHeader,
    PayeeTable,
    ProblemPanel,
    RegisterBanner,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-run-page.html',
  styleUrl: './new-run-page.scss',
})
export class NewRunPage {
  private readonly client = inject(PaymentClient);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  protected readonly t = injectTexts();
  private readonly heading = viewChild<ElementRef<HTMLElement>>('step');

  protected readonly form = form(signal({ dueUntil: null as string | null }));
  protected readonly orders = resource({
    params: () => ({ dueUntil: this.form.dueUntil().value() }),
    loader: ({ params, abortSignal }) => this.client.openOrders(params.dueUntil, abortSignal),
  });
  protected readonly offered = computed<readonly PaymentOrderDto[]>(() =>
    this.orders.hasValue() ? this.orders.value() : [],
  );
  protected readonly selection = new OrderSelection(this.offered);
  /** The list as it was looked at; nothing slips in between the look and the deed. */
  protected readonly listed = signal<readonly PaymentOrderDto[] | null>(null);
  protected readonly listedSum = computed(() =>
    (this.listed() ?? []).reduce((sum, { amountCents }) => sum + amountCents, 0),
  );
  protected readonly busy = signal(false);
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly problem = computed(() => {
    const error = this.orders.error();
    return error ? asApiProblem(error.cause ?? error) : undefined;
  });

  protected preview(): void {
    if (this.selection.count() === 0) return;
    this.listed.set(this.selection.chosen());
    this.focusStep();
  }

  protected change(): void {
    this.listed.set(null);
    this.refusal.set(null);
    this.orders.reload();
    this.focusStep();
  }

  protected async freeze(): Promise<void> {
    const orders = this.listed();
    if (!orders || this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const run = await this.client.freeze(orders.map(({ id }) => id));
      await this.router.navigate(['/zahlungslauf', run.id]);
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** The step is another page to the reader: its heading takes the focus. */
  private focusStep(): void {
    afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
  }
}
