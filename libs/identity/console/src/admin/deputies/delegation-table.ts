import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, injectTexts } from '@wir/shared/console';
import { DayPipe, StatusChip } from '@wir/shared/ui';
import type { Delegation } from '../data/account-types';
import { PERIOD_LOOKS, periodState } from '../look/period';

/** Who acts for whom, in which role, until when. */
@Component({
  selector: 'app-delegation-table',
  imports: [DayPipe, MatButton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './delegation-table.html',
  styleUrl: './delegation-table.scss',
})
export class DelegationTable {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = PERIOD_LOOKS;

  readonly delegations = input.required<readonly Delegation[]>();
  readonly endable = input(false);
  readonly revoke = output<string>();

  protected readonly rows = computed(() => {
    const today = this.session.today();
    return this.delegations().map((delegation) => ({ delegation, state: periodState(delegation, today) }));
  });
}
