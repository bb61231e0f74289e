import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import { DelegationTable } from '../deputies/delegation-table';
import { DelegationActs } from '../deputies/delegation-acts';
import { AccountStore } from './account-store';

/** Who acts for this account, and for whom it acts. */
@Component({
  selector: 'app-account-deputies-tab',
  imports: [DelegationTable, Icon, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('admin.deputies.title') }}</h2>
      @if (delegations().length === 0) {
        <p class="muted">{{ t('admin.deputies.noneOfAccount') }}</p>
      } @else {
        <app-delegation-table [delegations]="delegations()" [endable]="canEnd()" (revoke)="revoke($event)" />
      }
      @if (canEnd()) {
        <div class="button-row">
          <a matButton="outlined" routerLink="/vertretungen/neu" [queryParams]="{ konto: store.id() }">
            <app-icon name="plus" /> {{ t('admin.deputies.new') }}
          </a>
        </div>
      }
    </section>
  `,
  styles: `
    .button-row {
      margin-top: 1rem;
    }
  `,
})
export class AccountDeputiesTab {
  private readonly acts = inject(DelegationActs);
  protected readonly store = inject(AccountStore);
  protected readonly t = injectTexts();
  protected readonly delegations = computed(() => this.store.account.value()?.delegations ?? []);

  /** Municipalities arrange their own. */
  protected readonly canEnd = computed(() => this.store.mayAct() && this.store.account.value()?.applicantId === null);

  protected async revoke(id: string): Promise<void> {
    const delegation = this.delegations().find((one) => one.id === id);
    if (!delegation) return;
    const reason = await this.acts.askToRevoke(delegation);
    if (reason !== null)
      await this.store.run('revoke', (account) =>
        this.acts.revoke(id, reason).then(() => this.acts.account(account.id)),
      );
  }
}
