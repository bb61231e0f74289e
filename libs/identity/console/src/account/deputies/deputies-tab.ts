import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiProblem, Session, asApiProblem, injectTexts } from '@wir/shared/console';
import type { DelegationDto } from '@wir/shared/contract';
import { Confirm, NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';

import { OwnDelegationClient } from '../../data/own-delegation-client';
import { DelegationForm } from './delegation-form';
import { DelegationList } from './delegation-list';
import { ownDelegableRoles } from './own-roles';

/** Who deputises for me, and for whom I deputise. */
@Component({
  selector: 'app-deputies-tab',
  imports: [DelegationForm, DelegationList, MatButton, NoticeBox, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deputies-tab.html',
  styleUrl: './deputies-tab.scss',
})
export class DeputiesTab {
  private readonly client = inject(OwnDelegationClient);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.list(abortSignal) });
  private readonly open = computed(() => {
    const today = this.session.today();
    return this.list.hasValue()
      ? this.list.value().filter(({ revokedAt, validTo }) => revokedAt === null && validTo >= today)
      : undefined;
  });
  protected readonly forMe = computed(() =>
    this.open()?.filter(({ absentAccountId }) => absentAccountId === this.session.me()?.id),
  );
  protected readonly byMe = computed(() =>
    this.open()?.filter(({ deputyAccountId }) => deputyAccountId === this.session.me()?.id),
  );
  protected readonly problem = computed<ApiProblem | null>(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });
  protected readonly roles = computed(() => ownDelegableRoles(this.session.me()));
  protected readonly isAdding = signal(false);
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly news = signal<'added' | 'ended' | null>(null);

  protected add(): void {
    this.news.set(null);
    this.isAdding.set(true);
  }

  protected added(): void {
    this.isAdding.set(false);
    this.news.set('added');
    this.list.reload();
  }

  protected async end(delegation: DelegationDto): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'identity.deputies.end',
      text: 'identity.deputies.endText',
      confirm: 'identity.deputies.end',
      reason: 'identity.deputies.endReason',
    });
    if (!answer) return;
    this.refusal.set(null);
    this.news.set(null);
    try {
      await this.client.revoke(delegation.id, answer.reason);
      this.news.set('ended');
      this.list.reload();
      // What was held for somebody else is gone from now on.
      await this.session.load();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }
}
