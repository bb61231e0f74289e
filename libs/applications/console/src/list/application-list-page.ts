import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { APPLICATION_STATES } from '@wir/applications/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { ApplicationListItemDto, ApplicationPageDto } from '@wir/shared/contract';
import {
  Cell,
  DataTable,
  DeadlineBadge,
  Icon,
  PageHeader,
  StatusChip,
  TabNav,
  injectTableState,
  listResource,
  type Column,
  type Filter,
  type StatusLook,
  type Tab,
} from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { ProgrammeClient } from '../data/programme-client';
import { APPLICATION_LOOKS } from '../look/application-look';
import { APPLICANT_VIEWS, STAFF_VIEWS, isShown, viewQuery } from './application-views';
import { StartApplication } from './start-application';

type Row = ApplicationListItemDto;

/** "Anträge": what the person may see, by view, filter and search. */
@Component({
  selector: 'app-application-list-page',
  imports: [Cell, DataTable, DeadlineBadge, Icon, MatButton, PageHeader, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './application-list-page.html',
  styleUrl: './application-list-page.scss',
})
export class ApplicationListPage {
  private readonly client = inject(ApplicationClient);
  private readonly programme = inject(ProgrammeClient);
  private readonly start = inject(StartApplication);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly table = injectTableState({
    defaultSort: '-updatedAt',
    filters: ['state', 'applicantId', 'late'],
  });
  protected readonly list = listResource<Row, ApplicationPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  private readonly isStaff = computed(() => !this.session.isApplicant());
  private readonly applicants = resource({
    params: () => (this.isStaff() ? true : undefined),
    loader: () => this.programme.applicants(),
    defaultValue: [],
  });

  protected readonly mayCreate = computed(() => this.session.can('application.create'));
  protected readonly starting = this.start.busy;
  protected readonly views = computed<Tab[]>(() => {
    const chosen = this.table.query().filters['state'] ?? [];
    return (this.isStaff() ? STAFF_VIEWS : APPLICANT_VIEWS).map((view) => ({
      path: [],
      label: view.label,
      view: { query: viewQuery(view), active: isShown(view, chosen) },
    }));
  });
  protected readonly columns = computed<Column<Row>[]>(() =>
    COLUMNS.filter(({ staffOnly }) => !staffOnly || this.isStaff()).map((column) =>
      column.key === 'requested' ? { ...column, total: () => this.list.page()?.sumRequestedCents } : column,
    ),
  );
  protected readonly filters = computed<Filter[]>(() => {
    const state: Filter = {
      name: 'state',
      label: 'applications.column.state',
      options: APPLICATION_STATES.map((value) => ({ value, label: this.t(APPLICATION_LOOKS[value].label) })),
    };
    const late: Filter = {
      name: 'late',
      label: 'applications.column.late',
      options: [{ value: 'true', label: this.t('applications.list.onlyLate') }],
      single: true,
    };
    const applicants = this.applicants.hasValue() ? this.applicants.value() : [];
    const applicant: Filter = {
      name: 'applicantId',
      label: 'applications.column.applicant',
      options: [...applicants]
        .sort((a, b) => a.officialName.localeCompare(b.officialName, 'de'))
        .map(({ id, officialName }) => ({ value: id, label: officialName })),
    };
    return this.isStaff() ? [state, applicant, late] : [state, late];
  });

  protected readonly key = (row: Row): string => row.id;
  protected readonly link = (row: Row): string[] => ['/antraege', row.id];

  /** Cells are templates, which know nothing of the row's type. */
  protected row(row: unknown): Row {
    return row as Row;
  }

  protected look(row: unknown): StatusLook {
    return APPLICATION_LOOKS[this.row(row).state];
  }

  /** `S. Berger`: the column is narrow, the full name stands in the title. */
  protected shortName(name: string | null): string {
    const words = name?.split(' ') ?? [];
    const last = words.pop();
    return last ? [...words.map((word) => `${word.charAt(0)}.`), last].join(' ') : '–';
  }

  protected create(): void {
    void this.start.run();
  }
}

const COLUMNS: readonly (Column<Row> & { readonly staffOnly?: boolean })[] = [
  {
    key: 'caseNumber',
    label: 'applications.column.caseNumber',
    kind: 'link',
    sort: 'caseNumber',
    value: (row) => row.caseNumber,
  },
  {
    key: 'applicant',
    label: 'applications.column.applicant',
    kind: 'template',
    sort: 'applicantName',
    staffOnly: true,
  },
  { key: 'title', label: 'applications.column.title', kind: 'template' },
  { key: 'state', label: 'applications.column.state', kind: 'template', sort: 'state' },
  {
    key: 'requested',
    label: 'applications.column.amount',
    kind: 'money',
    sort: 'requestedCents',
    value: (row) => row.requestedCents,
  },
  {
    key: 'due',
    label: 'applications.column.due',
    kind: 'template',
    sort: 'dueDate',
  },
  {
    key: 'assignee',
    label: 'applications.column.assignee',
    kind: 'template',
    staffOnly: true,
  },
  {
    key: 'updated',
    label: 'applications.column.updated',
    kind: 'day',
    sort: 'updatedAt',
    value: (row) => row.updatedAt,
  },
];
