import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiProblem, asApiProblem, injectTexts } from '@wir/shared/console';
import type { OwnSessionDto } from '@wir/shared/contract';
import { Confirm, Icon, MomentPipe, NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';

import { OwnAccountClient } from '../../data/own-account-client';
import { isHandheld } from './device';

/** Where the own account is signed in, and an end to it. */
@Component({
  selector: 'app-sessions-tab',
  imports: [Icon, MatButton, MomentPipe, NoticeBox, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions-tab.html',
  styleUrl: './sessions-tab.scss',
})
export class SessionsTab {
  private readonly client = inject(OwnAccountClient);
  private readonly confirm = inject(Confirm);
  protected readonly t = injectTexts();

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.sessions(abortSignal) });
  protected readonly sessions = computed(() =>
    this.list.hasValue() ? [...this.list.value()].sort(currentFirst) : undefined,
  );
  protected readonly hasOthers = computed(() => (this.sessions() ?? []).some(({ current }) => !current));
  protected readonly problem = computed<ApiProblem | null>(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly news = signal<'one' | 'others' | null>(null);
  protected readonly isHandheld = isHandheld;

  protected device(session: OwnSessionDto): string {
    return session.userAgent ?? this.t('identity.sessions.unknownDevice');
  }

  protected method(session: OwnSessionDto): string {
    const method = ['PASSWORD', 'PASSKEY', 'OIDC'].includes(session.method) ? session.method : 'OTHER';
    return this.t(`identity.sessions.method.${method}`);
  }

  protected async end(session: OwnSessionDto): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'identity.sessions.end',
      text: 'identity.sessions.endText',
      confirm: 'identity.sessions.end',
      params: { device: this.device(session) },
    });
    if (isSure) await this.run('one', () => this.client.endSession(session.id));
  }

  protected async endOthers(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'identity.sessions.endOthers',
      text: 'identity.sessions.endOthersText',
      confirm: 'identity.sessions.endOthers',
    });
    if (isSure) await this.run('others', () => this.client.endOtherSessions());
  }

  private async run(news: 'one' | 'others', deed: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    this.news.set(null);
    try {
      await deed();
      this.news.set(news);
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
    this.list.reload();
  }
}

function currentFirst(one: OwnSessionDto, other: OwnSessionDto): number {
  return Number(other.current) - Number(one.current) || other.lastUsedAt.localeCompare(one.lastUsedAt);
}
