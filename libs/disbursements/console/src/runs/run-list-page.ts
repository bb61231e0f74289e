import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { PaymentRunDto, PaymentRunPageDto } from '@wir/shared/contract';
import {
  Cell,
  DataTable,
  Icon,
  PageHeader,
  StatusChip,
  TabNav,
  injectTableState,
  listResource,
  type Column,
  type StatusLook,
} from '@wir/shared/ui';
import { PaymentClient } from '../data/payment-client';
import { runLook } from '../look/payment-looks';
import { RegisterBanner } from '../register/register-banner';
import { injectRunTabs } from './run-tabs';

/** All runs, newest first: those that wait for their release and those handed to the cash office. */
@Component({
  selector: 'app-run-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, RegisterBanner, RouterLink, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('disbursements.run.listTitle')">
      @if (session.can('payment-run.create')) {
        <a matButton="filled" routerLink="/zahlungslauf/neu"
          ><app-icon name="plus" /> {{ t('disbursements.run.new') }}</a
        >
      }
    </app-page-header>
    <app-tab-nav class="views no-print" [tabs]="tabs" [label]="t('disbursements.run.listTitle')" />
    <app-register-banner (reconciled)="list.reload()" />
    <app-data-table
      [name]="t('disbursements.run.listTitle')"
      [columns]="columns"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [searchable]="false"
      [emptyText]="t('disbursements.run.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="look(row)" /></ng-template>
    </app-data-table>
  `,
  styleUrl: './views.scss',
})
export class RunListPage {
  private readonly client = inject(PaymentClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = injectRunTabs('runs');

  protected readonly table = injectTableState({ defaultSort: '-createdAt', filters: [] });
  protected readonly list = listResource<PaymentRunDto, PaymentRunPageDto>(this.table, (query, abort) =>
    this.client.runs(query, abort),
  );
  protected readonly key = (row: PaymentRunDto): string => row.id;
  protected readonly link = (row: PaymentRunDto): string[] => ['/zahlungslauf', row.id];
  protected readonly columns: readonly Column<PaymentRunDto>[] = [
    {
      key: 'runNumber',
      label: 'disbursements.column.run',
      kind: 'link',
      sort: 'runNumber',
      value: (row) => row.runNumber,
    },
    { key: 'state', label: 'disbursements.column.state', kind: 'template' },
    { key: 'sum', label: 'disbursements.sum', kind: 'money', sort: 'sumCents', value: (row) => row.sumCents },
    { key: 'count', label: 'disbursements.column.orders', kind: 'number', value: (row) => this.count(row) },
    {
      key: 'created',
      label: 'disbursements.run.frozen',
      kind: 'moment',
      sort: 'createdAt',
      value: (row) => row.createdAt,
    },
    { key: 'creator', label: 'disbursements.run.frozenBy', kind: 'text', value: (row) => row.createdBy },
    { key: 'releaser', label: 'disbursements.run.releasedBy', kind: 'text', value: (row) => row.releasedBy },
  ];

  /** An exported run says how many of its orders the cash office has not answered. */
  private count({ state, orderCount, openCount }: PaymentRunDto): string {
    return state === 'EXPORTED' && openCount > 0
      ? this.t('disbursements.run.countOpen', { count: orderCount, open: openCount })
      : String(orderCount);
  }

  protected look(row: unknown): StatusLook {
    return runLook(row as PaymentRunDto);
  }
}
