import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Session, Texts, injectTexts } from '@wir/shared/console';
import {
  DataTable,
  ListBody,
  PageHeader,
  TabNav,
  Timeline,
  listResource,
  type Filter,
  type TimelineEntry,
} from '@wir/shared/ui';
import { auditTabs } from '../audit-tabs';
import { AuditClient } from '../data/audit-client';
import type { AuditEvent, EventPage } from '../data/audit-types';
import { AUDIT_ACTIONS, OBJECT_TYPES } from './audit-actions';
import { auditEntry } from './audit-entry';
import { PeriodForm } from './period-form';
import { injectPeriodTable } from './period-table';

/** "Protokoll": who did what when, with before and after; and what was refused. */
@Component({
  selector: 'app-audit-page',
  imports: [DataTable, ListBody, PageHeader, PeriodForm, TabNav, Timeline],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  private readonly client = inject(AuditClient);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly tabs = auditTabs('log', inject(Session));

  protected readonly dated = injectPeriodTable('-sequence', [
    'objectType',
    'action',
    'actorId',
    'applicantId',
    'outcome',
  ]);
  protected readonly list = listResource<AuditEvent, EventPage>(this.dated.table, (query, abort) =>
    this.client.events(query, abort),
  );
  private readonly actors = resource({ loader: ({ abortSignal }) => this.client.actors(abortSignal) });
  private readonly applicants = resource({ loader: ({ abortSignal }) => this.client.applicants(abortSignal) });

  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'outcome',
      label: 'audit.filter.outcome',
      single: true,
      options: [
        { value: 'DONE', label: this.t('audit.outcome.DONE') },
        { value: 'REFUSED', label: this.t('audit.outcome.REFUSED') },
      ],
    },
    {
      name: 'objectType',
      label: 'audit.filter.object',
      single: true,
      options: OBJECT_TYPES.map((value) => ({ value, label: this.t(`audit.object.${value}`) })),
    },
    {
      name: 'action',
      label: 'audit.filter.action',
      options: AUDIT_ACTIONS.map((value) => ({ value, label: this.t(`audit.action.${value}`) })),
    },
    { name: 'actorId', label: 'audit.filter.person', single: true, options: this.people() },
    { name: 'applicantId', label: 'audit.filter.municipality', single: true, options: this.municipalities() },
  ]);
  protected readonly key = ({ sequence }: AuditEvent): string => String(sequence);

  protected entries(rows: readonly unknown[]): readonly TimelineEntry[] {
    return (rows as readonly AuditEvent[]).map((event) => auditEntry(event, this.t, this.texts.language()));
  }

  /** Those of the last entries and those of the page in view, by name. */
  private people(): Filter['options'] {
    const lately = this.actors.hasValue() ? [...this.actors.value()] : [];
    const here = this.list
      .rows()
      .flatMap(({ actorId, actorName }) => (actorId === null ? [] : [[actorId, actorName] as const]));
    return [...new Map([...lately, ...here])]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de'));
  }

  private municipalities(): Filter['options'] {
    const all = this.applicants.hasValue() ? this.applicants.value() : [];
    return all
      .map(({ id, officialName }) => ({ value: id, label: officialName }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de'));
  }
}
