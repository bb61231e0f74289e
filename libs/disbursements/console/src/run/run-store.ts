import { Injectable, computed, inject, signal } from '@angular/core';
import { Texts, errorText } from '@wir/shared/console';
import type { PaymentRunDto } from '@wir/shared/contract';
import { detailState, pageActions } from '@wir/shared/ui';
import { PaymentClient } from '../data/payment-client';
import { RUN_ACTIONS } from '../look/payment-looks';

/** One run; each deed answers with its new state. */
@Injectable()
export class RunStore {
  private readonly client = inject(PaymentClient);
  private readonly texts = inject(Texts);

  readonly id = signal<string | undefined>(undefined);
  readonly run = detailState<PaymentRunDto>(this.id, (id, abort) => this.client.run(id, abort));
  readonly actions = computed(() => pageActions(this.run.value()?.actions ?? [], RUN_ACTIONS));
  /** Releasing is what a frozen run waits for: why it is not possible stands on the page, not only in the menu. */
  readonly hindrance = computed(() => {
    const release = this.run.value()?.actions.find(({ action }) => action === 'export');
    if (!release || release.allowed || !release.reasonCode) return null;
    return errorText(release.reasonCode, this.texts.language());
  });

  release(): Promise<boolean> {
    return this.run.run('export', () => this.client.release(this.id() ?? ''));
  }

  takeBack(reason: string): Promise<boolean> {
    return this.run.run('takeBack', () => this.client.takeBack(this.id() ?? '', reason));
  }
}
