import { Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '@wir/shared/console';
import type { AwardDto, DeclarationDto } from '@wir/shared/contract';
import { detailState, pageActions, type ActionLooks } from '@wir/shared/ui';
import { AwardClient } from '../data/award-client';
import { DisbursementClient } from '../data/disbursement-client';

/** One award with the requests made from it; each deed ends with the award's new state. */
@Injectable()
export class AwardStore {
  private readonly client = inject(AwardClient);
  private readonly requestClient = inject(DisbursementClient);
  private readonly session = inject(Session);

  readonly id = signal<string | undefined>(undefined);
  readonly award = detailState(this.id, (id, abort) => this.client.byId(id, abort));
  readonly requests = detailState(
    () => (this.session.can('disbursement.read') ? this.id() : undefined),
    (id, abort) => this.requestClient.list({ awardId: id, sort: '-updatedAt', pageSize: 200 }, abort),
  );
  readonly actions = computed(() => {
    const award = this.award.value();
    return award ? pageActions(award.actions, looksOf(award)) : [];
  });

  may(action: string): boolean {
    return this.award.value()?.actions.some((known) => known.action === action && known.allowed) ?? false;
  }

  reasonAgainst(action: string): string | null {
    return this.award.value()?.actions.find((known) => known.action === action)?.reasonCode ?? null;
  }

  /** Throws, so that the form can place what the server says. */
  async declare(declaration: DeclarationDto): Promise<void> {
    this.award.set(await this.client.declare(this.id() ?? '', declaration, this.award.value()?.version ?? 0));
  }

  confirmAccount(accountId: string): Promise<boolean> {
    return this.award.run('confirmAccount', async () => {
      await this.client.confirmAccount(accountId);
      return this.client.byId(this.id() ?? '');
    });
  }
}

/** The declaration is the next step once; afterwards it is a change of the account. */
function looksOf({ declarationReceivedOn }: AwardDto): ActionLooks {
  const isDeclared = declarationReceivedOn !== null;
  return {
    declare: {
      label: isDeclared ? 'disbursements.act.changeAccount' : 'disbursements.act.declare',
      icon: isDeclared ? 'bank' : 'sign',
      secondary: isDeclared,
    },
    requestDisbursement: { label: 'disbursements.act.create', icon: 'payout' },
  };
}
