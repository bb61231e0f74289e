import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { BlockButton } from '../blocks/block-button';
import { GroundButton } from '../limits/ground-button';
import { OwnLimitNote } from '../limits/own-limit-note';
import { AccountFacts } from '../parts/account-facts';
import { GateList } from '../parts/gate-list';
import { IbanPipe } from '../parts/iban-pipe';
import { LimitList } from '../parts/limit-list';
import { CheckForm } from './check-form';
import { CheckNote } from './check-note';
import { OrderFacts } from './order-facts';
import { RequestStore } from './request-store';

/** What a person needs to check or order: limits and gates, the account, the signed check, the order. */
@Component({
  selector: 'app-request-tab',
  imports: [
    AccountFacts,
    BlockButton,
    CheckForm,
    CheckNote,
    GateList,
    GroundButton,
    IbanPipe,
    LimitList,
    NoticeBox,
    OrderFacts,
    OwnLimitNote,
    ProblemPanel,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-tab.html',
  styleUrl: './request-tab.scss',
})
export class RequestTab {
  protected readonly session = inject(Session);
  protected readonly store = inject(RequestStore);
  protected readonly t = injectTexts();

  /** The account the money goes to, and newer data that wait for confirmation. */
  protected readonly account = computed(() => {
    const award = this.store.award.value();
    return award?.payoutAccount ?? award?.bankAccount ?? null;
  });
  protected readonly waiting = computed(() => {
    const account = this.store.award.value()?.bankAccount;
    return account?.state === 'PROPOSED' ? account : null;
  });
  /** After the check the request keeps the account it was checked with. */
  protected readonly differs = computed(() => {
    const iban = this.store.request.value()?.iban;
    const account = this.account();
    return iban !== null && iban !== undefined && account !== null && account.iban !== iban;
  });
}
