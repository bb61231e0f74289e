import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ACCOUNT_STATES, ROLES } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
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
import { AccountClient } from '../data/account-client';
import type { AccountItem, List } from '../data/account-types';
import { ACCOUNT_LOOKS } from '../look/account-looks';
import { accessTabs } from './access-tabs';

/** "Zugänge": who may enter, as what, and since when not any more. */
@Component({
  selector: 'app-account-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, RouterLink, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-list-page.html',
  styleUrl: './account-list-page.scss',
})
export class AccountListPage {
  private readonly client = inject(AccountClient);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = accessTabs('accounts');

  protected readonly table = injectTableState({ defaultSort: 'name', filters: ['state', 'role', 'applicantId'] });
  protected readonly list = listResource<AccountItem, List<AccountItem>>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  private readonly municipalities = resource({ loader: () => this.client.municipalities() });

  protected readonly key = (row: AccountItem): string => row.id;
  protected readonly link = (row: AccountItem): string[] => ['/zugaenge', row.id];
  protected readonly columns: readonly Column<AccountItem>[] = [
    { key: 'name', label: 'admin.column.name', kind: 'link', sort: 'name', value: (row) => row.name },
    { key: 'email', label: 'admin.column.email', kind: 'text', sort: 'email', value: (row) => row.email },
    { key: 'organisation', label: 'admin.column.organisation', kind: 'text', value: (row) => row.organisation },
    { key: 'roles', label: 'admin.column.roles', kind: 'template' },
    { key: 'state', label: 'admin.column.state', kind: 'template' },
    { key: 'factor', label: 'admin.column.factor', kind: 'template' },
    {
      key: 'lastSignIn',
      label: 'admin.column.lastSignIn',
      kind: 'day',
      sort: 'lastSignInAt',
      value: (row) => row.lastSignInAt,
    },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'admin.column.state',
      options: ACCOUNT_STATES.map((value) => ({ value, label: this.t(ACCOUNT_LOOKS[value].label) })),
    },
    {
      name: 'role',
      label: 'admin.column.role',
      options: ROLES.map((value) => ({ value, label: this.t(`admin.role.${value}`) })),
    },
    {
      name: 'applicantId',
      label: 'admin.column.municipality',
      single: true,
      options: (this.municipalities.hasValue() ? this.municipalities.value() : []).map(({ id, officialName }) => ({
        value: id,
        label: officialName,
      })),
    },
  ]);

  protected look(row: unknown): StatusLook {
    return ACCOUNT_LOOKS[(row as AccountItem).state];
  }

  protected roles(row: unknown): string {
    const names = (row as AccountItem).roles.map(({ role }) => this.t(`admin.role.${role}`));
    return names.length === 0 ? '–' : names.join(', ');
  }

  protected hasFactor(row: unknown): boolean {
    return (row as AccountItem).hasFactor;
  }
}
