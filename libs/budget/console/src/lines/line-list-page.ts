import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Session, asApiProblem, injectTexts } from '@wir/shared/console';
import type { BudgetLineDto } from '@wir/shared/contract';
import { Icon, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { budgetTabs } from '../budget-tabs';
import { BudgetLineClient } from '../data/budget-line-client';

/** "Haushaltsstellen": where the money stands in the budget act. Their money is moved by acts only. */
@Component({
  selector: 'app-line-list-page',
  imports: [Icon, MatButton, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('budget.lines.title')" [lead]="t('budget.lines.lead')">
      @if (mayEdit()) {
        <button matButton="filled" type="button" (click)="edit(null)">
          <app-icon name="plus" /> {{ t('budget.lines.new') }}
        </button>
      }
    </app-page-header>
    <app-tab-nav class="views no-print" [tabs]="tabs" [label]="t('budget.title')" />
    <div class="said" role="status">
      @if (message(); as message) {
        <app-notice-box tone="success">{{ t(message) }}</app-notice-box>
      }
    </div>
    @if (problem(); as problem) {
      <app-problem-panel [problem]="problem" (retry)="list.reload()" />
    } @else if (!list.hasValue()) {
      <app-skeleton [rows]="3" />
    } @else {
      <section class="panel">
        <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('budget.lines.title')">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{{ t('budget.lines.code') }}</th>
                <th scope="col">{{ t('budget.lines.name') }}</th>
                <th scope="col">{{ t('budget.lines.plan') }}</th>
                <th scope="col">{{ t('budget.lines.chapter') }}</th>
                <th scope="col">{{ t('budget.lines.titleNumber') }}</th>
                <th scope="col">{{ t('budget.lines.product') }}</th>
                @if (mayEdit()) {
                  <th scope="col">
                    <span class="visually-hidden">{{ t('budget.lines.deed') }}</span>
                  </th>
                }
              </tr>
            </thead>
            <tbody>
              @for (line of list.value(); track line.id) {
                <tr>
                  <th scope="row">{{ line.code }}</th>
                  <td>
                    {{ line.name }}
                    @if (line.isMain) {
                      <span class="muted">({{ t('budget.lines.main') }})</span>
                    }
                  </td>
                  <td>{{ line.departmentalPlan }}</td>
                  <td>{{ line.chapter ?? '–' }}</td>
                  <td>{{ line.title ?? '–' }}</td>
                  <td>{{ line.product ?? '–' }}</td>
                  @if (mayEdit()) {
                    <td>
                      <button matButton="outlined" type="button" (click)="edit(line)">
                        {{ t('budget.lines.edit') }}<span class="visually-hidden">: {{ line.code }}</span>
                      </button>
                    </td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </section>
    }
  `,
  styleUrl: '../budget-page.scss',
  styles: `
    .plain-table tbody :is(th, td) {
      vertical-align: middle;
    }
  `,
})
export class LineListPage {
  private readonly client = inject(BudgetLineClient);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = budgetTabs('lines');

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.all(abortSignal) });
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly message = signal<string | null>(null);
  protected readonly mayEdit = computed(() => this.session.can('budget-line.edit'));

  protected async edit(line: BudgetLineDto | null): Promise<void> {
    const { LineDialog } = await import('./line-dialog');
    const reference = this.dialog.open<InstanceType<typeof LineDialog>, BudgetLineDto | null, boolean>(LineDialog, {
      data: line,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    if (!(await firstValueFrom(reference.afterClosed()))) return;
    this.message.set(line ? 'budget.lines.changed' : 'budget.lines.created');
    this.list.reload();
  }
}
