import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Router } from '@angular/router';
import { Session, Texts, injectTexts } from '@wir/shared/console';
import type { AuditEventDto, AuditEventPageDto } from '@wir/shared/contract';
import { addDays, berlinMidnight, parseLocalDate } from '@wir/shared/kernel';
import {
  DataTable,
  ListBody,
  PageHeader,
  Timeline,
  injectTableState,
  listResource,
  type Filter,
  type TableState,
  type TimelineEntry,
} from '@wir/shared/ui';
import { VerificationCard } from '../check/verification-card';
import { AuditClient } from '../data/audit-client';
import { AUDIT_ACTIONS, OBJECT_TYPES } from './audit-actions';
import { auditEntry } from './audit-entry';
import { PeriodForm, type Period } from './period-form';

/** "Protokoll": who did what when, with before and after. */
@Component({
  selector: 'app-audit-page',
  imports: [DataTable, ListBody, PageHeader, PeriodForm, Timeline, VerificationCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  private readonly client = inject(AuditClient);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  private readonly address = injectTableState({
    defaultSort: '-sequence',
    filters: ['objectType', 'action', 'actorId', 'applicantId', 'from', 'to'],
  });
  /** The address names days, the API moments: the last day counts to its end. */
  protected readonly table: TableState = {
    ...this.address,
    params: computed(() => {
      const { from, to } = this.period();
      const [first, last] = [parseLocalDate(from ?? ''), parseLocalDate(to ?? '')];
      return {
        ...this.address.params(),
        from: first && berlinMidnight(first).toISOString(),
        to: last && berlinMidnight(addDays(last, 1)).toISOString(),
      };
    }),
  };
  protected readonly list = listResource<AuditEventDto, AuditEventPageDto>(this.table, (query, abort) =>
    this.client.events(query, abort),
  );
  private readonly actors = resource({ loader: ({ abortSignal }) => this.client.actors(abortSignal) });
  private readonly applicants = resource({ loader: ({ abortSignal }) => this.client.applicants(abortSignal) });

  protected readonly period = computed<Period>(() => {
    const { filters } = this.address.query();
    return { from: filters['from']?.[0] ?? null, to: filters['to']?.[0] ?? null };
  });
  protected readonly filters = computed<Filter[]>(() => [
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
  protected readonly key = ({ sequence }: AuditEventDto): string => String(sequence);

  protected entries(rows: readonly unknown[]): readonly TimelineEntry[] {
    return (rows as readonly AuditEventDto[]).map((event) => auditEntry(event, this.t, this.texts.language()));
  }

  protected showPeriod({ from, to }: Period): void {
    void this.router.navigate(['/protokoll'], {
      queryParams: { from, to, page: null },
      queryParamsHandling: 'merge',
      state: { keepFocus: true },
    });
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
