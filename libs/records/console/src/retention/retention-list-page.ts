import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import {
  Cell,
  Confirm,
  DataTable,
  Icon,
  NoticeBox,
  PageHeader,
  ProblemPanel,
  StatusChip,
  TabNav,
  injectTableState,
  listResource,
  type Column,
  type Filter,
  type StatusLook,
} from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { RETENTION_STATES, RetentionClient, type Retention, type RetentionPage } from '../data/retention-client';
import { RETENTION_LOOKS } from '../look/record-looks';
import { recordTabs } from '../record-tabs';
import type { OfferQuestion } from './offer-dialog';
import { isOwnDecision, nextAct, type RetentionAct } from './retention-acts';

const CHOICE: Column<Retention> = {
  key: 'choice',
  label: 'records.retention.choice',
  kind: 'template',
  width: '3rem',
};

/** "Aussonderung": closed cases on their way to the archive or out of the house, never without the archive's word. */
@Component({
  selector: 'app-retention-list-page',
  imports: [Cell, DataTable, Icon, MatButton, NoticeBox, PageHeader, ProblemPanel, StatusChip, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './retention-list-page.html',
  styleUrl: '../record-page.scss',
})
export class RetentionListPage {
  private readonly client = inject(RetentionClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = recordTabs('retention', this.session);
  protected readonly archiveList = this.client.archiveListAddress;

  protected readonly table = injectTableState({ defaultSort: 'retainUntil', filters: ['state'] });
  protected readonly list = listResource<Retention, RetentionPage>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  private readonly ticked = signal<readonly string[]>([]);
  /** Only what is in view and still due: nothing is offered that nobody sees. */
  protected readonly chosen = computed(() =>
    this.list.rows().filter((row) => nextAct(row) === 'offer' && this.ticked().includes(row.applicationId)),
  );
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly message = signal<string | null>(null);

  protected readonly key = (row: Retention): string => row.applicationId;
  protected readonly link = (row: Retention): readonly string[] | null =>
    row.state === 'DELETED' ? null : ['/antraege', row.applicationId];
  private readonly always: readonly Column<Retention>[] = [
    { key: 'case', label: 'records.retention.case', kind: 'link', sort: 'caseNumber', value: (row) => row.caseNumber },
    {
      key: 'applicant',
      label: 'records.retention.applicant',
      kind: 'text',
      sort: 'applicantName',
      value: (row) => row.applicantName,
    },
    { key: 'closed', label: 'records.retention.closed', kind: 'day', sort: 'closedOn', value: (row) => row.closedOn },
    {
      key: 'until',
      label: 'records.retention.until',
      kind: 'day',
      sort: 'retainUntil',
      value: (row) => row.retainUntil,
    },
    { key: 'state', label: 'records.column.state', kind: 'template' },
    { key: 'reference', label: 'records.retention.reference', kind: 'text', value: (row) => row.reference },
    { key: 'next', label: 'records.retention.next', kind: 'template' },
  ];
  protected readonly columns = computed<readonly Column<Retention>[]>(() =>
    this.list.rows().some((row) => this.act(row) === 'offer') ? [CHOICE, ...this.always] : this.always,
  );
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'records.column.state',
      options: RETENTION_STATES.map((value) => ({ value, label: this.t(RETENTION_LOOKS[value].label) })),
    },
  ]);

  protected look({ state }: Retention): StatusLook {
    return RETENTION_LOOKS[state];
  }

  protected act(row: Retention): RetentionAct | null {
    const act = nextAct(row);
    return act && this.session.can(`retention.${act}`) ? act : null;
  }

  protected isOwn(row: Retention): boolean {
    return isOwnDecision(row, this.session.me()?.personId);
  }

  protected isTicked({ applicationId }: Retention): boolean {
    return this.ticked().includes(applicationId);
  }

  protected toggle({ applicationId }: Retention): void {
    this.ticked.update((ids) =>
      ids.includes(applicationId) ? ids.filter((id) => id !== applicationId) : [...ids, applicationId],
    );
  }

  protected async offer(): Promise<void> {
    const chosen = this.chosen();
    if (chosen.length === 0) return;
    const { OfferDialog } = await import('./offer-dialog');
    const data: OfferQuestion = { cases: chosen };
    if (await this.open(OfferDialog, data)) {
      this.ticked.set([]);
      this.said('records.retention.offered');
    }
  }

  protected async decide(row: Retention): Promise<void> {
    const { DecisionDialog } = await import('./decision-dialog');
    if (await this.open(DecisionDialog, row)) this.said('records.retention.decided');
  }

  protected async delete(row: Retention): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'records.retention.deleteTitle',
      text: row.decision === 'ARCHIVE' ? 'records.retention.deleteArchived' : 'records.retention.deleteText',
      confirm: 'records.retention.delete',
      reason: 'records.reason',
      params: { number: row.caseNumber },
      tone: 'danger',
    });
    if (!answer) return;
    try {
      await this.client.delete(row.applicationId, answer.reason);
      this.said('records.retention.deleted');
    } catch (error) {
      this.message.set(null);
      this.refusal.set(asApiProblem(error));
    }
  }

  private said(message: string): void {
    this.refusal.set(null);
    this.message.set(message);
    this.list.reload();
  }

  private async open(dialog: new () => unknown, data: unknown): Promise<boolean> {
    const reference = this.dialog.open<unknown, unknown, boolean>(dialog, {
      data,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    return (await firstValueFrom(reference.afterClosed())) === true;
  }
}
