import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { Icon, MomentPipe, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav, detailState } from '@wir/shared/ui';
import { PaymentReconciliationClient } from '../data/payment-reconciliation-client';
import { injectRunTabs } from '../runs/run-tabs';
import { DifferenceTable } from './difference-table';
import { LegFigures } from './leg-figures';
import { OpenItems } from './open-items';
import { ReconciliationHistory } from './reconciliation-history';
import { hasOpenItems } from './reconciliation-rules';

/** Three ways to the same sum: what the cases say, what the ledger says, what went out and what the cash office answered. */
@Component({
  selector: 'app-payment-reconciliation-page',
  imports: [
    DifferenceTable,
    Icon,
    LegFigures,
    MatButton,
    MomentPipe,
    NoticeBox,
    OpenItems,
    PageHeader,
    ProblemPanel,
    ReconciliationHistory,
    Skeleton,
    TabNav,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reconciliation-page.html',
  styleUrls: ['../runs/views.scss', './reconciliation-page.scss'],
})
export class ReconciliationPage {
  private readonly client = inject(PaymentReconciliationClient);
  protected readonly t = injectTexts();
  protected readonly tabs = injectRunTabs('reconciliation');
  protected readonly state = detailState(
    () => 'now',
    (_now, abort) => this.client.now(abort),
  );
  protected readonly nothingOpen = computed(() => {
    const result = this.state.value();
    return result !== undefined && !hasOpenItems(result.open);
  });
}
