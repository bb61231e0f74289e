import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import { Confirm, Icon, MomentPipe, NoticeBox, PageHeader, ProblemPanel, Skeleton, TabNav } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { FactorReset } from '../data/account-types';
import { accessTabs } from '../list/access-tabs';

/** Lost second factors: one administrator asks, another one, another person, lets it happen. */
@Component({
  selector: 'app-factor-resets-page',
  imports: [Icon, MatButton, MomentPipe, NoticeBox, PageHeader, ProblemPanel, RouterLink, Skeleton, TabNav],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './factor-resets-page.html',
  styleUrl: '../deputies/deputy-page.scss',
})
export class FactorResetsPage {
  private readonly client = inject(AccountClient);
  private readonly confirmation = inject(Confirm);
  protected readonly t = injectTexts();
  protected readonly tabs = accessTabs('resets');

  protected readonly list = resource({ loader: ({ abortSignal }) => this.client.factorResets(abortSignal) });
  protected readonly rows = computed<readonly FactorReset[]>(() =>
    this.list.hasValue() ? this.list.value().items : [],
  );
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly message = signal<string | null>(null);

  protected async confirm(reset: FactorReset): Promise<void> {
    const answer = await this.confirmation.ask({
      title: 'admin.reset.confirmTitle',
      text: 'admin.reset.confirmText',
      confirm: 'admin.reset.confirm',
      params: { name: reset.accountName },
      tone: 'danger',
    });
    if (answer) await this.run(() => this.client.confirmFactorReset(reset.id), 'admin.reset.confirmed');
  }

  protected async cancel(reset: FactorReset): Promise<void> {
    const answer = await this.confirmation.ask({
      title: 'admin.reset.cancelTitle',
      text: 'admin.reset.cancelText',
      confirm: 'admin.reset.cancel',
      cancel: 'admin.reset.stay',
      params: { name: reset.accountName },
    });
    if (answer) await this.run(() => this.client.cancelFactorReset(reset.id), 'admin.reset.cancelled');
  }

  private async run(deed: () => Promise<unknown>, message: string): Promise<void> {
    this.refusal.set(null);
    this.message.set(null);
    try {
      await deed();
      this.message.set(message);
      this.list.reload();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }
}
