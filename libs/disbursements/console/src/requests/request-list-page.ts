import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { DISBURSEMENT_STATE_LABELS, type DisbursementState } from '@wir/disbursements/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { DisbursementRequestDto, DisbursementRequestPageDto } from '@wir/shared/contract';
import {
  Cell,
  DataTable,
  DayPipe,
  DeadlineBadge,
  Icon,
  PageHeader,
  StatusChip,
  TabNav,
  injectTableState,
  listResource,
  type Column,
  type Filter,
  type Tab,
} from '@wir/shared/ui';
import { AwardClient } from '../data/award-client';
import { DisbursementClient } from '../data/disbursement-client';
import { REQUEST_LOOKS } from '../look/disbursement-looks';
import { LimitCell } from './limit-cell';
import { APPLICANT_COLUMNS, STAFF_COLUMNS } from './request-columns';
import { APPLICANT_VIEWS, STAFF_VIEWS, isShown } from './request-views';

type Row = DisbursementRequestDto;
const STATES = Object.keys(DISBURSEMENT_STATE_LABELS) as DisbursementState[];

/** Payment queue of the authority; for a municipality its own requests. */
@Component({
  selector: 'app-request-list-page',
  imports: [
    Cell,
    DataTable,
    DayPipe,
    DeadlineBadge,
    Icon,
    LimitCell,
    MatButton,
    PageHeader,
    RouterLink,
    StatusChip,
    TabNav,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-list-page.html',
  styleUrl: './request-list-page.scss',
})
export class RequestListPage {
  private readonly awards = inject(AwardClient);
  private readonly client = inject(DisbursementClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly table = injectTableState({
    defaultSort: '-updatedAt',
    filters: ['state', 'year', 'awardId', 'applicantId'],
  });
  protected readonly list = listResource<Row, DisbursementRequestPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly mayCreate = computed(() => this.session.can('disbursement.create'));
  /** With one award the button leads straight to its form, otherwise to the choice. */
  private readonly ownAwards = resource({
    params: () => (this.mayCreate() ? true : undefined),
    loader: ({ abortSignal }) => this.awards.list({ state: 'FINAL' }, abortSignal),
  });
  protected readonly createLink = computed(() => {
    const [only, other] = this.ownAwards.hasValue() ? this.ownAwards.value().items : [];
    return only && !other ? ['/zuwendungen', only.id, 'auszahlung'] : ['/zuwendungen'];
  });

  protected readonly isApplicant = this.session.isApplicant;
  protected readonly columns = computed<readonly Column<Row>[]>(() =>
    (this.isApplicant() ? APPLICANT_COLUMNS : STAFF_COLUMNS).map((column) =>
      column.key === 'amount' ? { ...column, total: () => this.list.page()?.sumAmountCents } : column,
    ),
  );
  protected readonly views = computed<Tab[]>(() => {
    const chosen = this.table.query().filters['state'] ?? [];
    return (this.isApplicant() ? APPLICANT_VIEWS : STAFF_VIEWS).map((view) => ({
      path: [],
      label: view.label,
      view: { query: { state: view.states.join() || null }, active: isShown(view, chosen) },
    }));
  });
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'disbursements.column.state',
      options: STATES.map((value) => ({ value, label: this.t(REQUEST_LOOKS[value].label) })),
    },
    {
      name: 'year',
      label: 'disbursements.column.year',
      options: ['2026', '2027', '2028', '2029', '2030'].map((value) => ({ value, label: value })),
    },
  ]);
  protected readonly key = (row: Row): string => row.id;
  protected readonly link = (row: Row): string[] => ['/auszahlungen', row.id];
  protected readonly looks = REQUEST_LOOKS;

  protected asRow(row: unknown): Row {
    return row as Row;
  }

  /** A term only for what still has to be paid. */
  protected isOpen(row: unknown): boolean {
    return !['PAID', 'CANCELLED'].includes((row as Row).state);
  }
}
