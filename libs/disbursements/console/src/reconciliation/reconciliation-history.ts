import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import type { PaymentReconciliationEntryDto } from '@wir/shared/contract';
import { MomentPipe, ProblemPanel, Skeleton, StatusChip, detailState, type StatusLook } from '@wir/shared/ui';
import { PaymentReconciliationClient } from '../data/payment-reconciliation-client';

const STEP = 14;
const MOST = 200;
const AGREED: StatusLook = { tone: 'done', icon: 'check-circle', label: 'disbursements.reconciliation.agreed' };
const DIFFERED: StatusLook = { tone: 'stop', icon: 'error', label: 'disbursements.reconciliation.differed' };

/** The nights before: a night without a finding is on record too. */
@Component({
  selector: 'app-reconciliation-history',
  imports: [MatButton, MomentPipe, ProblemPanel, Skeleton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('disbursements.reconciliation.history') }}</h2>
      @if (entries.problem(); as problem) {
        <app-problem-panel [problem]="problem" (retry)="entries.reload()" />
      } @else if (entries.value(); as page) {
        @if (page.items.length === 0) {
          <p class="muted">{{ t('disbursements.reconciliation.noHistory') }}</p>
        } @else {
          <div
            class="scroll-region"
            role="region"
            tabindex="0"
            [attr.aria-label]="t('disbursements.reconciliation.history')"
          >
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{{ t('disbursements.reconciliation.checkedAt') }}</th>
                  <th scope="col">{{ t('disbursements.reconciliation.result') }}</th>
                  <th scope="col" class="amount">{{ t('disbursements.reconciliation.differenceTitle') }}</th>
                  <th scope="col" class="amount">{{ t('disbursements.reconciliation.openCount') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (entry of page.items; track entry.id) {
                  <tr>
                    <td>{{ entry.checkedAt | moment }}</td>
                    <td><app-status-chip [look]="look(entry)" /></td>
                    <td class="amount">{{ entry.differenceCount }}</td>
                    <td class="amount">{{ entry.openCount }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (hasMore()) {
            <button matButton="outlined" type="button" (click)="more()">{{ t('disbursements.return.more') }}</button>
          }
        }
      } @else {
        <app-skeleton [rows]="3" />
      }
    </section>
  `,
  styles: `
    td {
      white-space: nowrap;
    }
    button {
      margin-top: 0.75rem;
    }
  `,
})
export class ReconciliationHistory {
  private readonly client = inject(PaymentReconciliationClient);
  protected readonly t = injectTexts();
  private readonly size = signal(STEP);
  protected readonly entries = detailState(
    () => String(this.size()),
    (size, abort) => this.client.history({ pageSize: Number(size) }, abort),
  );
  protected readonly hasMore = computed(() => {
    const page = this.entries.value();
    return page !== undefined && page.total > page.items.length && this.size() < MOST;
  });

  protected look({ ok }: PaymentReconciliationEntryDto): StatusLook {
    return ok ? AGREED : DIFFERED;
  }

  protected more(): void {
    this.size.update((size) => Math.min(MOST, size + STEP * 4));
  }
}
