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
import { RUN_LOOKS } from '../look/disbursement-looks';
import { runTabs } from './run-tabs';

/** All runs handed to the cash office, newest first. */
@Component({
  selector: 'app-run-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, RouterLink, StatusChip, TabNav],
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
  styles: `
    .views {
      display: block;
      margin-bottom: 1rem;
      border-bottom: 1px solid var(--app-line);
    }
  `,
})
export class RunListPage {
  private readonly client = inject(PaymentClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = runTabs('runs');

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
    {
      key: 'created',
      label: 'disbursements.column.created',
      kind: 'moment',
      sort: 'createdAt',
      value: (row) => row.createdAt,
    },
    { key: 'creator', label: 'disbursements.column.creator', kind: 'text', value: (row) => row.createdBy },
    { key: 'count', label: 'disbursements.column.orders', kind: 'number', value: (row) => row.orderCount },
    { key: 'open', label: 'disbursements.column.unanswered', kind: 'number', value: (row) => row.openCount },
    { key: 'sum', label: 'disbursements.sum', kind: 'money', sort: 'sumCents', value: (row) => row.sumCents },
    { key: 'state', label: 'disbursements.column.state', kind: 'template' },
  ];

  protected look(row: unknown): StatusLook {
    return RUN_LOOKS[(row as PaymentRunDto).openCount === 0 ? 'done' : 'open'];
  }
}
