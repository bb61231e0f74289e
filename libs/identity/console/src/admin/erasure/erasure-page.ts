import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isActOpen } from '@wir/identity/domain';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import { Confirm, DayPipe, Icon, NoticeBox, PageHeader, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';

/** Erasing what is known of a person who has left: what goes, and what the law keeps until when. */
@Component({
  selector: 'app-erasure-page',
  imports: [DayPipe, Icon, MatButton, NoticeBox, PageHeader, ProblemPanel, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './erasure-page.html',
  styleUrl: './erasure-page.scss',
})
export class ErasurePage {
  private readonly client = inject(AccountClient);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly id = input.required<string>();

  protected readonly page = resource({
    params: () => this.id(),
    loader: async ({ params, abortSignal }) => {
      const [account, erasure] = await Promise.all([
        this.client.byId(params, abortSignal),
        this.client.erasure(params, abortSignal),
      ]);
      return { account, erasure };
    },
  });
  /** Only whoever has left is forgotten, and nobody forgets himself. */
  protected readonly mayErase = computed(() => {
    const account = this.page.hasValue() ? this.page.value().account : null;
    return account !== null && isActOpen('erase', account.state) && account.personId !== this.session.me()?.personId;
  });
  protected readonly problem = computed(() => {
    const error = this.page.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly refusal = signal<ApiProblem | null>(null);
  protected readonly done = signal(false);
  protected readonly busy = signal(false);

  protected async erase(name: string): Promise<void> {
    if (this.busy()) return;
    const answer = await this.confirm.ask({
      title: 'admin.erasure.askTitle',
      text: 'admin.erasure.askText',
      confirm: 'admin.erasure.do',
      reason: 'admin.field.reason',
      params: { name },
      tone: 'danger',
    });
    if (!answer) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.client.erase(this.id(), answer.reason);
      this.done.set(true);
      this.page.reload();
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
