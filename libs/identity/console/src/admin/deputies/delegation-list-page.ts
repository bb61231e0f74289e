import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import { Icon, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav } from '@wir/shared/ui';
import type { Delegation } from '../data/account-types';
import { DelegationClient } from '../data/delegation-client';
import { periodState } from '../look/period';
import { arrangesForOthers } from './arranging';
import { DelegationActs } from './delegation-acts';
import { DelegationTable } from './delegation-table';
import { deputyTabs } from './deputy-tabs';

/** "Vertretungen": all of them at a glance, those that run first. */
@Component({
  selector: 'app-delegation-list-page',
  imports: [DelegationTable, Icon, MatButton, NoticeBox, PageHeader, ProblemPanel, RouterLink, Skeleton, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './delegation-list-page.html',
  styleUrl: './deputy-page.scss',
})
export class DelegationListPage {
  private readonly acts = inject(DelegationActs);
  private readonly client = inject(DelegationClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = deputyTabs('delegations', this.session);
  protected readonly forOthers = arrangesForOthers(this.session);
  protected readonly mayEnd = computed(() => this.session.can('delegation.arrange'));

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.list(abortSignal) });
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly message = signal<string | null>(null);

  private readonly all = computed<readonly Delegation[]>(() => (this.list.hasValue() ? this.list.value().items : []));
  private readonly split = computed(() => {
    const today = this.session.today();
    const isOver = (one: Delegation): boolean => periodState(one, today) === 'OVER';
    return { living: this.all().filter((one) => !isOver(one)), over: this.all().filter(isOver) };
  });
  protected readonly living = computed(() => this.split().living);
  protected readonly over = computed(() => this.split().over);

  protected async revoke(id: string): Promise<void> {
    const delegation = this.all().find((one) => one.id === id);
    const reason = delegation ? await this.acts.askToRevoke(delegation) : null;
    if (reason === null) return;
    this.refusal.set(null);
    this.message.set(null);
    try {
      await this.acts.revoke(id, reason);
      this.message.set('admin.done.revoke');
      this.list.reload();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }
}
