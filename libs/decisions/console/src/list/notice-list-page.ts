import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { isVisibleToApplicant, NOTICE_STATES } from '@wir/decisions/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { NoticeListItemDto } from '@wir/shared/contract';
import { Cell, DataTable, PageHeader, StatusChip, injectTableState, listResource } from '@wir/shared/ui';
import type { Column, Filter, StatusLook } from '@wir/shared/ui';
import { NoticeClient, type NoticePageDto } from '../data/notice-client';
import { NOTICE_KIND_LABELS, NOTICE_LOOKS } from '../look/notice-looks';

/** All notices a person may see: the authority's with drafts, a municipality's own from their dispatch on. */
@Component({
  selector: 'app-notice-list-page',
  imports: [Cell, DataTable, PageHeader, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('decisions.title')" />
    <app-data-table
      [name]="t('decisions.title')"
      [columns]="columns()"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('decisions.list.empty')"
    >
      <ng-template appCell="caseNumber" let-row>{{ $any(row).caseNumber }}</ng-template>
      <ng-template appCell="kind" let-row>{{ t(kindLabel($any(row))) }}</ng-template>
      <ng-template appCell="state" let-row><app-status-chip [look]="look($any(row))" /></ng-template>
    </app-data-table>
  `,
})
export class NoticeListPage {
  private readonly client = inject(NoticeClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly table = injectTableState({ defaultSort: '-updatedAt', filters: ['state', 'kind'] });
  protected readonly list = listResource<NoticeListItemDto, NoticePageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: NoticeListItemDto): string => row.id;
  protected readonly link = (row: NoticeListItemDto): string[] => ['/bescheide', row.id];

  protected readonly look = ({ state }: NoticeListItemDto): StatusLook => NOTICE_LOOKS[state];

  protected readonly kindLabel = ({ kind }: NoticeListItemDto): string => NOTICE_KIND_LABELS[kind];

  protected readonly columns = computed<readonly Column<NoticeListItemDto>[]>(() => [
    {
      key: 'noticeNumber',
      label: 'decisions.column.noticeNumber',
      kind: 'link',
      sort: 'noticeNumber',
      value: ({ noticeNumber }) => noticeNumber,
    },
    {
      key: 'caseNumber',
      label: 'decisions.column.caseNumber',
      kind: 'template',
      sort: 'caseNumber',
    },
    ...(this.session.isApplicant() ? [] : [APPLICANT]),
    { key: 'kind', label: 'decisions.column.kind', kind: 'template' },
    { key: 'state', label: 'decisions.column.state', kind: 'template', sort: 'state' },
    {
      key: 'total',
      label: 'decisions.column.total',
      kind: 'money',
      sort: 'totalCents',
      value: ({ totalCents }) => totalCents,
      total: () => this.list.page()?.sumTotalCents,
    },
    {
      key: 'notified',
      label: 'decisions.column.notified',
      kind: 'day',
      sort: 'deemedNotifiedOn',
      value: ({ deemedNotifiedOn }) => deemedNotifiedOn,
    },
    { key: 'final', label: 'decisions.column.final', kind: 'day', sort: 'finalOn', value: ({ finalOn }) => finalOn },
  ]);

  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'decisions.column.state',
      options: NOTICE_STATES.filter((state) => !this.session.isApplicant() || isVisibleToApplicant(state)).map(
        (value) => ({ value, label: this.t(NOTICE_LOOKS[value].label) }),
      ),
    },
    {
      name: 'kind',
      label: 'decisions.column.kind',
      options: (['GRANT', 'REJECTION'] as const).map((value) => ({ value, label: this.t(NOTICE_KIND_LABELS[value]) })),
    },
  ]);
}

const APPLICANT: Column<NoticeListItemDto> = {
  key: 'applicant',
  label: 'decisions.column.applicant',
  kind: 'text',
  sort: 'applicantName',
  value: ({ applicantName }) => applicantName,
};
