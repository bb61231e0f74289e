import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { BUDGET_ACT_KINDS, BUDGET_ACT_TRANSITIONS } from '@wir/budget/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { BudgetActDto, BudgetActPageDto } from '@wir/shared/contract';
import { statesOf } from '@wir/shared/kernel';
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
  type Filter,
  type StatusLook,
} from '@wir/shared/ui';
import { budgetTabs } from '../budget-tabs';
import { BudgetActClient } from '../data/budget-act-client';
import { BUDGET_ACT_LOOKS, actKindLabel } from '../look/budget-act-look';

/** "Haushaltsverfügungen": what has moved the Ansatz or an authorisation, or is proposed to. */
@Component({
  selector: 'app-act-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, RouterLink, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('budget.acts.title')">
      @if (session.can('budget-act.propose')) {
        <a matButton="filled" routerLink="/haushalt/verfuegungen/neu"
          ><app-icon name="plus" /> {{ t('budget.acts.new') }}</a
        >
      }
    </app-page-header>
    <app-tab-nav class="views no-print" [tabs]="tabs" [label]="t('budget.title')" />
    <app-data-table
      [name]="t('budget.acts.title')"
      [columns]="columns"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('budget.acts.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="look(row)" /></ng-template>
    </app-data-table>
  `,
  styleUrl: '../budget-page.scss',
})
export class ActListPage {
  private readonly client = inject(BudgetActClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = budgetTabs('acts');

  protected readonly table = injectTableState({ defaultSort: '-proposedAt', filters: ['state', 'kind'] });
  protected readonly list = listResource<BudgetActDto, BudgetActPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: BudgetActDto): string => row.id;
  protected readonly link = (row: BudgetActDto): string[] => ['/haushalt/verfuegungen', row.id];

  protected readonly columns: readonly Column<BudgetActDto>[] = [
    {
      key: 'number',
      label: 'budget.acts.number',
      kind: 'link',
      sort: 'actNumber',
      value: (row) => row.actNumber,
      width: '8.5rem',
    },
    // Without a cell of its own a template keeps the width of its words.
    { key: 'kind', label: 'budget.acts.kind', kind: 'template', value: (row) => this.t(actKindLabel(row.kind)) },
    { key: 'state', label: 'budget.acts.state', kind: 'template' },
    { key: 'moved', label: 'budget.acts.moved', kind: 'money', value: (row) => row.movedCents },
    { key: 'document', label: 'budget.acts.document', kind: 'text', value: (row) => row.documentReference },
    {
      key: 'proposedAt',
      label: 'budget.acts.proposedAt',
      kind: 'day',
      sort: 'proposedAt',
      value: (row) => row.proposedAt,
    },
    { key: 'proposedBy', label: 'budget.acts.proposedBy', kind: 'text', value: (row) => row.proposedBy },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'budget.acts.state',
      options: statesOf(BUDGET_ACT_TRANSITIONS).map((value) => ({
        value,
        label: this.t(BUDGET_ACT_LOOKS[value].label),
      })),
    },
    {
      name: 'kind',
      label: 'budget.acts.kind',
      options: BUDGET_ACT_KINDS.map((value) => ({ value, label: this.t(actKindLabel(value)) })),
    },
  ]);

  protected look(row: unknown): StatusLook {
    return BUDGET_ACT_LOOKS[(row as BudgetActDto).state];
  }
}
