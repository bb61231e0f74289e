import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, injectTexts } from '@wir/shared/console';
import type { PaymentReturnReportDto } from '@wir/shared/contract';
import { EuroPipe, MomentPipe, PageHeader, ProblemPanel, Skeleton, TabNav, detailState } from '@wir/shared/ui';
import { ReturnClient } from '../data/return-client';
import { injectRunTabs } from '../runs/run-tabs';
import { ReturnImport } from './return-import';
import { ReturnReport } from './return-report';
import { outcomesOf } from './return-rows';

const STEP = 20;

/** Rücklauf: read the answer of the cash office, see what became of each row, look earlier answers up. */
@Component({
  selector: 'app-return-page',
  imports: [EuroPipe, MatButton, MomentPipe, PageHeader, ProblemPanel, ReturnImport, ReturnReport, Skeleton, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './return-page.html',
  styleUrls: ['../runs/views.scss', './return-page.scss'],
})
export class ReturnPage {
  private readonly client = inject(ReturnClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = injectRunTabs('returns');

  private readonly size = signal(STEP);
  private readonly revision = signal(0);
  protected readonly earlier = detailState(
    () => `${this.size()}/${this.revision()}`,
    (_key, abort) => this.client.list({ pageSize: this.size(), sort: '-importedAt' }, abort),
  );
  protected readonly hasMore = computed(() => {
    const page = this.earlier.value();
    return page !== undefined && page.total > page.items.length && this.size() < 200;
  });

  protected more(): void {
    this.size.update((size) => Math.min(200, size + STEP * 2));
  }

  protected refresh(): void {
    this.revision.update((count) => count + 1);
  }

  protected counts({ totals }: PaymentReturnReportDto): string {
    return outcomesOf(totals)
      .map(({ outcome, count }) => `${count} ${this.t(`disbursements.outcome.${outcome}`)}`)
      .join(', ');
  }
}
