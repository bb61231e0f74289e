import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { Cell, DataTable, PageHeader, TabNav, listResource, type Column, type Filter } from '@wir/shared/ui';
import { auditTabs } from '../audit-tabs';
import { AuditClient } from '../data/audit-client';
import type { ReadEntry, ReadPage } from '../data/audit-types';
import { known, pageOf, roleText } from '../log/audit-entry';
import { PeriodForm } from '../log/period-form';
import { injectPeriodTable } from '../log/period-table';
import { READ_TYPES } from './read-types';

/** "Lesezugriffe": who of the authority or the court of audit looked at what. */
@Component({
  selector: 'app-read-log-page',
  imports: [Cell, DataTable, PageHeader, PeriodForm, RouterLink, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './read-page.html',
  styleUrl: '../log/audit-page.scss',
})
export class ReadLogPage {
  private readonly client = inject(AuditClient);
  protected readonly t = injectTexts();
  protected readonly tabs = auditTabs('reads', inject(Session));

  protected readonly dated = injectPeriodTable('', ['accountId', 'objectType', 'objectId']);
  protected readonly list = listResource<ReadEntry, ReadPage>(this.dated.table, (query, abort) =>
    this.client.reads(query, abort),
  );
  private readonly readers = resource({ loader: ({ abortSignal }) => this.client.readers(abortSignal) });

  protected readonly key = ({ id }: ReadEntry): string => String(id);
  protected readonly columns: readonly Column<ReadEntry>[] = [
    { key: 'at', label: 'audit.reads.at', kind: 'moment', value: (row) => row.occurredAt },
    { key: 'person', label: 'audit.filter.person', kind: 'text', value: (row) => row.actorName },
    { key: 'role', label: 'audit.reads.role', kind: 'text', value: (row) => roleText(row.actorRole, this.t) },
    { key: 'object', label: 'audit.filter.object', kind: 'template' },
    { key: 'path', label: 'audit.reads.path', kind: 'text', value: (row) => row.path },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    { name: 'accountId', label: 'audit.filter.person', single: true, options: this.people() },
    {
      name: 'objectType',
      label: 'audit.filter.object',
      single: true,
      options: READ_TYPES.map((value) => ({ value, label: this.typeName(value) })),
    },
  ]);

  protected object(row: ReadEntry): string {
    return this.typeName(row.objectType);
  }

  protected page({ objectType, objectId }: ReadEntry): readonly string[] | null {
    return /^[0-9a-f-]{36}$/.test(objectId) ? pageOf(objectType, objectId) : null;
  }

  private typeName(type: string): string {
    return known(this.t, `audit.object.${type}`, type);
  }

  private people(): Filter['options'] {
    const lately = this.readers.hasValue() ? [...this.readers.value()] : [];
    const here = this.list.rows().map(({ accountId, actorName }) => [accountId, actorName] as const);
    return [...new Map([...lately, ...here])]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de'));
  }
}
