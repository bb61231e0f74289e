import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Session, asApiProblem, injectTexts } from '@wir/shared/console';
import { Icon, PageHeader, ProblemPanel, Skeleton, TabNav } from '@wir/shared/ui';
import { PaymentTraceClient, type SampleWish } from '../data/payment-trace-client';
import { recordTabs } from '../record-tabs';
import { addressOf, wishOf } from './sample-address';
import { SampleForm } from './sample-form';
import { SampleResult } from './sample-result';

/** "Zahlungsprüfung": one payment by its number, or a sample that anybody can draw again. */
@Component({
  selector: 'app-sample-page',
  imports: [Icon, MatButton, PageHeader, ProblemPanel, SampleForm, SampleResult, Skeleton, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sample-page.html',
  styleUrls: ['../record-page.scss', './sample-page.scss'],
})
export class SamplePage {
  private readonly client = inject(PaymentTraceClient);
  private readonly router = inject(Router);
  protected readonly t = injectTexts();
  protected readonly tabs = recordTabs('payments', inject(Session));

  /** Of the address. */
  readonly startwert = input<string>();
  readonly anzahl = input<string>();
  readonly von = input<string>();
  readonly bis = input<string>();
  readonly ab = input<string>();

  protected readonly wish = computed(() =>
    wishOf({
      startwert: this.startwert(),
      anzahl: this.anzahl(),
      von: this.von(),
      bis: this.bis(),
      ab: this.ab(),
    }),
  );
  protected readonly sample = resource({
    params: () => this.wish() ?? undefined,
    loader: ({ params, abortSignal }) => this.client.sample(params, abortSignal),
  });
  protected readonly problem = computed(() => {
    const error = this.sample.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly isNumberMissing = signal(false);

  protected async ask(wish: SampleWish): Promise<void> {
    await this.router.navigate([], { queryParams: addressOf(wish) });
  }

  protected async open(text: string): Promise<void> {
    const number = text.trim().toUpperCase();
    this.isNumberMissing.set(number === '');
    if (number !== '') await this.router.navigate(['/akten/zahlungen', number]);
  }
}
