import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { DayPipe, EuroPipe, ProblemPanel, Skeleton, StatusChip } from '@wir/shared/ui';
import { BlockButton } from '../blocks/block-button';
import { GroundButton } from '../limits/ground-button';
import { REQUEST_LOOKS } from '../look/disbursement-looks';
import { GateList } from '../parts/gate-list';
import { AccountPanel } from './account-panel';
import { AwardStore } from './award-store';
import { TrancheTable } from './tranche-table';

/** The money year by year, what stands before it, the account, and the requests made so far. */
@Component({
  selector: 'app-award-overview',
  imports: [
    GroundButton,
    AccountPanel,
    BlockButton,
    DayPipe,
    EuroPipe,
    GateList,
    ProblemPanel,
    RouterLink,
    Skeleton,
    StatusChip,
    TrancheTable,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './award-overview.html',
  styleUrl: './award-overview.scss',
})
export class AwardOverview {
  protected readonly session = inject(Session);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();
  protected readonly looks = REQUEST_LOOKS;

  protected readonly unmet = computed(
    () => this.store.award.value()?.payoutGates.filter(({ met }) => !met).length ?? 0,
  );
}
