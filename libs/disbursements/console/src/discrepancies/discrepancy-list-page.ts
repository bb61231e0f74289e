import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { PAYMENT_DISCREPANCY_KINDS, type PaymentDiscrepancyKind } from '@wir/disbursements/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { PaymentDiscrepancyDto, PaymentDiscrepancyPageDto, PaymentDiscrepancyState } from '@wir/shared/contract';
import { berlinDay } from '@wir/shared/kernel';
import {
  Cell,
  DataTable,
  PageHeader,
  StatusChip,
  TabNav,
  injectTableState,
  listResource,
  type Column,
  type Filter,
} from '@wir/shared/ui';
import { DiscrepancyClient } from '../data/discrepancy-client';
import { DISCREPANCY_LOOKS } from '../look/payment-looks';
import { injectRunTabs } from '../runs/run-tabs';

type Row = PaymentDiscrepancyDto;
const STATES = Object.keys(DISCREPANCY_LOOKS) as PaymentDiscrepancyState[];
const KINDS = Object.keys(PAYMENT_DISCREPANCY_KINDS) as PaymentDiscrepancyKind[];

/** Klärungsfälle: everything that does not fit between portal and cash office, newest first. */
@Component({
  selector: 'app-discrepancy-list-page',
  imports: [Cell, DataTable, PageHeader, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header
      [heading]="t('disbursements.discrepancy.listTitle')"
      [lead]="t('disbursements.discrepancy.lead')"
    />
    <app-tab-nav class="views no-print" [tabs]="tabs" [label]="t('disbursements.run.listTitle')" />
    <app-data-table
      [name]="t('disbursements.discrepancy.listTitle')"
      [columns]="columns"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('disbursements.discrepancy.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="looks[asRow(row).state]" /></ng-template>
    </app-data-table>
  `,
  styleUrl: '../runs/views.scss',
})
export class DiscrepancyListPage {
  private readonly client = inject(DiscrepancyClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = injectRunTabs('discrepancies');
  protected readonly looks = DISCREPANCY_LOOKS;

  protected readonly table = injectTableState({
    defaultSort: '-openedAt',
    filters: ['state', 'kind', 'assigneeId'],
  });
  protected readonly list = listResource<Row, PaymentDiscrepancyPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: Row): string => row.id;
  protected readonly link = (row: Row): string[] => ['/zahlungslauf/klaerungsfaelle', row.id];
  protected readonly columns: readonly Column<Row>[] = [
    {
      key: 'order',
      label: 'disbursements.order.number',
      kind: 'link',
      value: (row) => row.orderNumber || this.t('disbursements.discrepancy.withoutNumber'),
    },
    { key: 'state', label: 'disbursements.column.state', kind: 'template' },
    {
      key: 'kind',
      label: 'disbursements.discrepancy.kind',
      kind: 'text',
      value: (row) => this.t(`disbursements.discrepancyKind.${row.kind}`),
    },
    { key: 'applicant', label: 'disbursements.column.applicant', kind: 'text', value: (row) => row.applicantName },
    {
      key: 'expected',
      label: 'disbursements.discrepancy.expected',
      kind: 'money',
      value: (row) => row.expectedCents,
    },
    { key: 'actual', label: 'disbursements.discrepancy.actual', kind: 'money', value: (row) => row.actualCents },
    { key: 'assignee', label: 'disbursements.discrepancy.assignee', kind: 'text', value: (row) => row.assignee },
    {
      key: 'opened',
      label: 'disbursements.discrepancy.opened',
      kind: 'day',
      sort: 'openedAt',
      value: (row) => berlinDay(new Date(row.openedAt)),
    },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'disbursements.column.state',
      options: STATES.map((value) => ({ value, label: this.t(DISCREPANCY_LOOKS[value].label) })),
    },
    {
      name: 'kind',
      label: 'disbursements.discrepancy.kind',
      options: KINDS.map((value) => ({ value, label: this.t(`disbursements.discrepancyKind.${value}`) })),
    },
    {
      name: 'assigneeId',
      label: 'disbursements.discrepancy.assignee',
      single: true,
      options: [{ value: this.session.me()?.id ?? '', label: this.t('disbursements.discrepancy.mine') }],
    },
  ]);

  protected asRow(row: unknown): Row {
    return row as Row;
  }
}
