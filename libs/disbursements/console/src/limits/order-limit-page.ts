import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { OrderLimitDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon, PageHeader, ProblemPanel, Skeleton, StatusChip, detailState } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { OrderLimitClient } from '../data/order-limit-client';
import { LIMIT_STANDING_LOOKS, lastDayOf, limitStanding } from './order-limit-rules';

/** Anordnungsgrenzen: up to which amount a person orders, and since when. */
@Component({
  selector: 'app-order-limit-page',
  imports: [DayPipe, EuroPipe, Icon, MatButton, PageHeader, ProblemPanel, RouterLink, Skeleton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="crumb no-print" routerLink="/auszahlungen"><app-icon name="back" /> {{ t('disbursements.title') }}</a>
    <app-page-header [heading]="t('disbursements.orderLimit.title')" [lead]="t('disbursements.orderLimit.lead')">
      @if (session.can('order-limit.set')) {
        <button matButton="filled" type="button" (click)="set()">
          <app-icon name="plus" /> {{ t('disbursements.orderLimit.set') }}
        </button>
      }
    </app-page-header>
    @if (list.problem(); as problem) {
      <app-problem-panel [problem]="problem" (retry)="list.reload()" />
    } @else if (list.value(); as limits) {
      <section class="panel">
        <h2>{{ t('disbursements.orderLimit.list') }}</h2>
        @if (limits.length === 0) {
          <p class="muted">{{ t('disbursements.orderLimit.none') }}</p>
        } @else {
          <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.orderLimit.list')">
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{{ t('disbursements.orderLimit.person') }}</th>
                  <th scope="col" class="amount">{{ t('disbursements.orderLimit.max') }}</th>
                  <th scope="col">{{ t('disbursements.column.state') }}</th>
                  <th scope="col">{{ t('disbursements.orderLimit.from') }}</th>
                  <th scope="col">{{ t('disbursements.orderLimit.to') }}</th>
                  <th scope="col">{{ t('disbursements.reason') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (limit of limits; track limit.id) {
                  <tr>
                    <th scope="row">{{ limit.name }}</th>
                    <td class="amount">{{ limit.maxCents | euro }}</td>
                    <td><app-status-chip [look]="looks[standing(limit)]" /></td>
                    <td>{{ limit.validFrom | day }}</td>
                    <td>{{ lastDayOf(limit) ? (lastDayOf(limit) | day) : t('disbursements.orderLimit.forGood') }}</td>
                    <td class="words">{{ limit.reason }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      </section>
    } @else {
      <app-skeleton [rows]="4" />
    }
  `,
  styles: `
    h2 {
      margin-top: 0;
    }
    th[scope='row'] {
      font-weight: 500;
    }
    .words {
      min-width: 12rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class OrderLimitPage {
  private readonly client = inject(OrderLimitClient);
  private readonly dialog = inject(MatDialog);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = LIMIT_STANDING_LOOKS;
  protected readonly lastDayOf = lastDayOf;
  protected readonly list = detailState<readonly OrderLimitDto[]>(
    () => 'all',
    (_all, abort) => this.client.list(abort),
  );
  private readonly today = computed(() => this.session.today());

  protected standing(limit: OrderLimitDto): ReturnType<typeof limitStanding> {
    return limitStanding(limit, this.today());
  }

  protected async set(): Promise<void> {
    const { OrderLimitDialog } = await import('./order-limit-dialog');
    const reference = this.dialog.open<InstanceType<typeof OrderLimitDialog>, void, boolean>(OrderLimitDialog, {
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    if (await firstValueFrom(reference.afterClosed())) this.list.reload();
  }
}
