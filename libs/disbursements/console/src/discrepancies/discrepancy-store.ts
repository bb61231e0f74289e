import { Injectable, computed, inject, signal } from '@angular/core';
import { Session, Texts, errorText } from '@wir/shared/console';
import type { PaymentDiscrepancyDto } from '@wir/shared/contract';
import { detailState, pageActions } from '@wir/shared/ui';
import { DiscrepancyClient, type Resolution } from '../data/discrepancy-client';
import { DISCREPANCY_ACTIONS } from '../look/payment-looks';

/** One discrepancy; each deed answers with its new state. */
@Injectable()
export class DiscrepancyStore {
  private readonly client = inject(DiscrepancyClient);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);

  readonly id = signal<string | undefined>(undefined);
  readonly discrepancy = detailState<PaymentDiscrepancyDto>(this.id, (id, abort) => this.client.byId(id, abort));
  readonly isOpen = computed(() => ['OPEN', 'ASSIGNED'].includes(this.discrepancy.value()?.state ?? ''));
  private readonly isMine = computed(() => this.discrepancy.value()?.assigneeAccountId === this.session.me()?.id);
  /** Who has it already is not asked to take it again; who has not takes it before settling it. */
  readonly actions = computed(() => {
    const actions = pageActions(this.discrepancy.value()?.actions ?? [], DISCREPANCY_ACTIONS);
    if (this.isMine()) return actions.filter(({ action }) => action !== 'assign');
    return [...actions].sort((a, b) => Number(b.action === 'assign') - Number(a.action === 'assign'));
  });
  /** Why this person may not waive what another one may: the second pair of eyes is the rule, so it is said. */
  readonly hindrance = computed(() => {
    const waive = this.discrepancy.value()?.actions.find(({ action }) => action === 'waive');
    if (!this.isOpen() || !waive || waive.allowed || !waive.reasonCode) return null;
    return errorText(waive.reasonCode, this.texts.language());
  });

  take(): Promise<boolean> {
    return this.run('assign', (id) => this.client.take(id));
  }

  resolve(resolution: Resolution): Promise<boolean> {
    return this.run('resolve', (id) => this.client.resolve(id, resolution));
  }

  waive(reason: string): Promise<boolean> {
    return this.run('waive', (id) => this.client.waive(id, reason));
  }

  private run(name: string, deed: (id: string) => Promise<PaymentDiscrepancyDto>): Promise<boolean> {
    return this.discrepancy.run(name, () => deed(this.id() ?? ''));
  }
}
