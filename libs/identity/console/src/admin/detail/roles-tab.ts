import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, injectTexts } from '@wir/shared/console';
import { DayPipe, StatusChip } from '@wir/shared/ui';
import type { RoleGrant } from '../data/account-types';
import { PERIOD_LOOKS } from '../look/period';
import { AccountActs } from './account-acts';
import { AccountStore } from './account-store';
import { roleRows } from './role-rows';

/** Every role with its dates, its reason and who gave or took it; nothing of the past goes away. */
@Component({
  selector: 'app-roles-tab',
  imports: [DayPipe, MatButton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roles-tab.html',
  styleUrl: './roles-tab.scss',
})
export class RolesTab {
  private readonly acts = inject(AccountActs);
  private readonly store = inject(AccountStore);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = PERIOD_LOOKS;

  protected readonly rows = computed(() => roleRows(this.store.account.value()?.grants ?? [], this.session.today()));
  protected readonly mayEnd = computed(() => this.store.mayAct() && !this.store.isOwn());

  protected end(grant: RoleGrant): void {
    void this.acts.endRole(grant);
  }
}
