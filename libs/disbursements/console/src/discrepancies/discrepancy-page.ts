import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { PageTitle, Texts, errorText, injectTexts } from '@wir/shared/console';
import type { PaymentDiscrepancyDto } from '@wir/shared/contract';
import {
  Confirm,
  DayPipe,
  DetailPage,
  EuroPipe,
  Fact,
  MomentPipe,
  NoticeBox,
  ProblemPanel,
  Skeleton,
} from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import type { Resolution } from '../data/discrepancy-client';
import { DISCREPANCY_LOOKS } from '../look/payment-looks';
import { DiscrepancyStore } from './discrepancy-store';

/** One discrepancy: what was expected, what came, where it was seen, who works on it and how it ended. */
@Component({
  selector: 'app-discrepancy-page',
  imports: [DayPipe, DetailPage, EuroPipe, Fact, MomentPipe, NoticeBox, ProblemPanel, RouterLink, Skeleton],
  providers: [DiscrepancyStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './discrepancy-page.html',
  styles: `
    .note {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class DiscrepancyPage {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(DiscrepancyStore);
  protected readonly t = injectTexts();
  protected readonly looks = DISCREPANCY_LOOKS;

  readonly id = input.required<string>();
  protected readonly heading = computed(() => {
    const number = this.store.discrepancy.value()?.orderNumber;
    return number ? this.t('disbursements.discrepancy.heading', { number }) : this.t('disbursements.discrepancy.one');
  });
  protected readonly difference = computed(() => {
    const { expectedCents, actualCents } = this.store.discrepancy.value() ?? {};
    return expectedCents == null || actualCents == null ? null : actualCents - expectedCents;
  });
  protected readonly cause = computed(() => {
    const code = this.store.discrepancy.value()?.code;
    return code ? errorText(code, this.texts.language()) : null;
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.discrepancy.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected async act(action: string): Promise<void> {
    const discrepancy = this.store.discrepancy.value();
    if (!discrepancy) return;
    if (action === 'assign') await this.store.take();
    if (action === 'resolve') await this.resolve(discrepancy);
    if (action === 'waive') await this.waive(discrepancy);
  }

  private async resolve(discrepancy: PaymentDiscrepancyDto): Promise<void> {
    const { ResolutionDialog } = await import('./resolution-dialog');
    const reference = this.dialog.open<
      InstanceType<typeof ResolutionDialog>,
      PaymentDiscrepancyDto,
      Resolution | undefined
    >(ResolutionDialog, {
      data: discrepancy,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    const resolution = await firstValueFrom(reference.afterClosed());
    if (resolution) await this.store.resolve(resolution);
  }

  private async waive({ orderNumber }: PaymentDiscrepancyDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'disbursements.waive.title',
      text: 'disbursements.waive.text',
      confirm: 'disbursements.act.waive',
      reason: 'disbursements.reason',
      reasonHint: 'disbursements.waive.hint',
      params: { number: orderNumber },
    });
    if (answer) await this.store.waive(answer.reason);
  }
}
