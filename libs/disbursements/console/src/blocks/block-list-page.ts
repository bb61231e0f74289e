import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { PaymentBlockDto, PaymentBlockPageDto } from '@wir/shared/contract';
import {
  Cell,
  DataTable,
  Icon,
  PageHeader,
  ProblemPanel,
  StatusChip,
  injectTableState,
  listResource,
  type Column,
  type Filter,
  type StatusLook,
} from '@wir/shared/ui';
import { BlockClient } from '../data/block-client';
import { STANDING_LOOKS, mayLift, standingOf } from './block-rules';
import { LiftQuestion } from './lift-block';

/** All blocks of the authority, standing and past, newest first. */
@Component({
  selector: 'app-block-list-page',
  imports: [Cell, DataTable, Icon, MatButton, PageHeader, ProblemPanel, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="crumb no-print" routerLink="/auszahlungen"><app-icon name="back" /> {{ t('disbursements.title') }}</a>
    <app-page-header [heading]="t('disbursements.block.listTitle')" [lead]="t('disbursements.block.lead')" />
    @if (refusal(); as refusal) {
      <app-problem-panel [problem]="refusal" [retryable]="false" />
    }
    <app-data-table
      [name]="t('disbursements.block.listTitle')"
      [columns]="columns"
      [table]="table"
      [list]="list"
      [rowKey]="key"
      [rowLink]="link"
      [filters]="filters()"
      [emptyText]="t('disbursements.block.empty')"
    >
      <ng-template appCell="state" let-row><app-status-chip [look]="look(row)" /></ng-template>
      <ng-template appCell="words" let-row>
        <span class="words">{{ t('disbursements.block.reason.' + asRow(row).reasonCode) }}</span>
        <span class="words muted">{{ asRow(row).reason }}</span>
        @if (asRow(row).liftReason; as reason) {
          <span class="words muted">{{
            t('disbursements.block.lifted', { name: asRow(row).liftedBy ?? '–', reason })
          }}</span>
        }
      </ng-template>
      <ng-template appCell="deed" let-row>
        @if (liftable(asRow(row))) {
          <button matButton="outlined" type="button" (click)="lift(asRow(row))">
            {{ t('disbursements.block.lift')
            }}<span class="visually-hidden">: {{ asRow(row).caseNumber }}, {{ asRow(row).applicantName }}</span>
          </button>
        }
      </ng-template>
    </app-data-table>
  `,
  styles: `
    .words {
      display: block;
      width: 19rem;
      overflow-wrap: anywhere;
      white-space: normal;
    }
  `,
})
export class BlockListPage {
  private readonly client = inject(BlockClient);
  private readonly question = inject(LiftQuestion);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly table = injectTableState({ defaultSort: '-setAt', filters: ['state', 'awardId'] });
  protected readonly list = listResource<PaymentBlockDto, PaymentBlockPageDto>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  protected readonly key = (row: PaymentBlockDto): string => row.id;
  protected readonly link = (row: PaymentBlockDto): string[] | null =>
    row.awardId === null ? null : ['/zuwendungen', row.awardId];
  protected readonly columns: readonly Column<PaymentBlockDto>[] = [
    { key: 'case', label: 'disbursements.column.case', kind: 'link', value: (row) => row.caseNumber },
    { key: 'applicant', label: 'disbursements.column.applicant', kind: 'text', value: (row) => row.applicantName },
    { key: 'state', label: 'disbursements.column.state', kind: 'template' },
    { key: 'words', label: 'disbursements.block.code', kind: 'template' },
    {
      key: 'ends',
      label: 'disbursements.block.endsOn',
      kind: 'day',
      sort: 'endsOn',
      value: (row) => row.endsOn,
    },
    { key: 'deed', label: 'disbursements.block.deed', kind: 'template' },
    { key: 'set', label: 'disbursements.block.setAt', kind: 'day', sort: 'setAt', value: (row) => row.setAt },
    { key: 'by', label: 'disbursements.column.creator', kind: 'text', value: (row) => row.setBy },
  ];
  protected readonly filters = computed<Filter[]>(() => [
    {
      name: 'state',
      label: 'disbursements.column.state',
      options: [
        { value: 'ACTIVE', label: this.t('disbursements.block.notLifted') },
        { value: 'LIFTED', label: this.t(STANDING_LOOKS.LIFTED.label) },
      ],
    },
  ]);
  protected readonly liftable = mayLift;

  protected asRow(row: unknown): PaymentBlockDto {
    return row as PaymentBlockDto;
  }

  protected look(row: unknown): StatusLook {
    return STANDING_LOOKS[standingOf(row as PaymentBlockDto, this.session.today())];
  }

  protected async lift(block: PaymentBlockDto): Promise<void> {
    const reason = await this.question.ask(block);
    if (reason === null) return;
    this.refusal.set(null);
    try {
      await this.client.lift(block.id, reason);
      this.list.reload();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }
}
