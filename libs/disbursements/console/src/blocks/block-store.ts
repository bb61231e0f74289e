import { Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '@wir/shared/console';
import { detailState } from '@wir/shared/ui';
import { BlockClient } from '../data/block-client';
import { standingOf } from './block-rules';

const MOST = 200;

/** The blocks of one award, as this person may see them. Provided by the page of the award or of a request. */
@Injectable()
export class BlockStore {
  private readonly client = inject(BlockClient);
  private readonly session = inject(Session);

  readonly awardId = signal<string | undefined>(undefined);
  readonly list = detailState(
    () => (this.session.can('payment-block.read') ? this.awardId() : undefined),
    (awardId, abort) => this.client.list({ awardId, state: 'ACTIVE', pageSize: MOST }, abort),
  );
  readonly standing = computed(() => {
    const today = this.session.today();
    return (this.list.value()?.items ?? []).filter((block) => standingOf(block, today) === 'STANDING');
  });

  lift(id: string, reason: string): Promise<boolean> {
    return this.list.run('lift', async () => {
      await this.client.lift(id, reason);
      return this.client.list({ awardId: this.awardId(), state: 'ACTIVE', pageSize: MOST });
    });
  }
}
