import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { BUDGET_SCENARIO_TRANSITIONS } from '@wir/budget/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { BudgetScenarioListItemDto, BudgetScenarioPageDto } from '@wir/shared/contract';
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
import { ScenarioClient } from '../data/scenario-client';
import { SCENARIO_LOOKS } from '../look/scenario-look';

/** "Planspiele": sets of measures tried against the budget, and what became of them. */
@Component({
  selector: 'app-scenario-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, RouterLink, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('budget.scenarios.title')">
      @if (session.can('budget-scenario.edit')) {
        <a matButton="filled" routerLink="/haushalt/planspiele/neu"
          ><app-icon name="plus" /> {{ t('budget.scenarios.new') }}</a
        >
      }
    </app-page-header>
    <app-tab-nav class="views no-print" [tabs]="tabs" [label]="t('budget.title')" />
    <app-data-table
      [name]="t('budget.scenarios.title')"
      [columns]="columns"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('budget.scenarios.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="look(row)" /></ng-template>
    </app-data-table>
  `,
  styleUrl: '../budget-page.scss',
})
export class ScenarioListPage {
  private readonly client = inject(ScenarioClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = budgetTabs('scenarios');

  protected readonly table = injectTableState({ defaultSort: '-updatedAt', filters: ['state'] });
  protected readonly list = listResource<BudgetScenarioListItemDto, BudgetScenarioPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: BudgetScenarioListItemDto): string => row.id;
  protected readonly link = (row: BudgetScenarioListItemDto): string[] => ['/haushalt/planspiele', row.id];

  protected readonly columns: readonly Column<BudgetScenarioListItemDto>[] = [
    { key: 'name', label: 'budget.scenarios.name', kind: 'link', sort: 'name', value: (row) => row.name },
    { key: 'state', label: 'budget.acts.state', kind: 'template' },
    { key: 'measures', label: 'budget.scenarios.measures', kind: 'number', value: (row) => row.measureCount },
    {
      key: 'updatedAt',
      label: 'budget.scenarios.updatedAt',
      kind: 'moment',
      sort: 'updatedAt',
      value: (row) => row.updatedAt,
    },
    { key: 'createdBy', label: 'budget.scenarios.createdBy', kind: 'text', value: (row) => row.createdBy },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'budget.acts.state',
      options: statesOf(BUDGET_SCENARIO_TRANSITIONS).map((value) => ({
        value,
        label: this.t(SCENARIO_LOOKS[value].label),
      })),
    },
  ]);

  protected look(row: unknown): StatusLook {
    return SCENARIO_LOOKS[(row as BudgetScenarioListItemDto).state];
  }
}
