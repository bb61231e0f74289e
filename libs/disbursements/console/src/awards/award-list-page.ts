import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AWARD_STATE_LABELS, type AwardState } from '@wir/decisions/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { AwardDto, AwardPageDto } from '@wir/shared/contract';
import {
  Cell,
  DataTable,
  PageHeader,
  StatusChip,
  injectTableState,
  listResource,
  type Column,
  type Filter,
} from '@wir/shared/ui';
import { AwardClient } from '../data/award-client';
import { AWARD_LOOKS } from '../look/disbursement-looks';

const STATES = Object.keys(AWARD_STATE_LABELS) as AwardState[];

/** All awards a person may see, with what is paid and what is still open. */
@Component({
  selector: 'app-award-list-page',
  imports: [Cell, DataTable, PageHeader, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('disbursements.award.listTitle')" />
    <app-data-table
      [name]="t('disbursements.award.listTitle')"
      [columns]="columns()"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('disbursements.award.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="looks[asRow(row).state]" /></ng-template>
    </app-data-table>
  `,
})
export class AwardListPage {
  private readonly client = inject(AwardClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = AWARD_LOOKS;

  protected readonly table = injectTableState({ defaultSort: 'awardNumber', filters: ['state', 'applicantId'] });
  protected readonly list = listResource<AwardDto, AwardPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: AwardDto): string => row.id;
  protected readonly link = (row: AwardDto): string[] => ['/zuwendungen', row.id];

  protected readonly columns = computed<readonly Column<AwardDto>[]>(() => [
    NUMBER,
    ...(this.session.isApplicant() ? [] : [APPLICANT]),
    { key: 'case', label: 'disbursements.column.case', kind: 'text', value: (row) => row.caseNumber },
    {
      key: 'total',
      label: 'disbursements.column.granted',
      kind: 'money',
      sort: 'totalCents',
      value: (row) => row.totalCents,
      total: () => this.list.page()?.sumTotalCents,
    },
    { key: 'paid', label: 'disbursements.column.paid', kind: 'money', value: (row) => sumOf(row, 'paidCents') },
    { key: 'open', label: 'disbursements.column.open', kind: 'money', value: (row) => sumOf(row, 'openCents') },
    { key: 'state', label: 'disbursements.column.state', kind: 'template' },
  ]);
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'disbursements.column.state',
      options: STATES.map((value) => ({ value, label: this.t(AWARD_LOOKS[value].label) })),
    },
  ]);

  protected asRow(row: unknown): AwardDto {
    return row as AwardDto;
  }
}

function sumOf({ tranches }: AwardDto, part: 'paidCents' | 'openCents'): number {
  return tranches.reduce((total, tranche) => total + tranche[part], 0);
}

const NUMBER: Column<AwardDto> = {
  key: 'awardNumber',
  label: 'disbursements.column.award',
  kind: 'link',
  sort: 'awardNumber',
  value: (row) => row.awardNumber,
};
const APPLICANT: Column<AwardDto> = {
  key: 'applicant',
  label: 'disbursements.column.applicant',
  kind: 'text',
  sort: 'applicantName',
  value: (row) => row.applicantName,
};
