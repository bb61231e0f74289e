import { Injectable, computed, inject, signal } from '@angular/core';
import type { DisbursementRequestDto, PayoutGateDto } from '@wir/shared/contract';
import { detailState, pageActions } from '@wir/shared/ui';
import { AwardClient } from '../data/award-client';
import { DisbursementClient } from '../data/disbursement-client';
import { REQUEST_ACTIONS } from '../look/disbursement-looks';
import { gatesForRequest } from './request-gates';

/** One request with the award it draws on; each deed answers with the request's new state. */
@Injectable()
export class RequestStore {
  private readonly client = inject(DisbursementClient);
  private readonly awards = inject(AwardClient);

  readonly id = signal<string | undefined>(undefined);
  readonly request = detailState(this.id, (id, abort) => this.client.byId(id, abort));
  readonly actions = computed(() => pageActions(this.request.value()?.actions ?? [], REQUEST_ACTIONS));

  /** Anew with each version: an order moves the figures of the year. */
  readonly award = detailState(
    () => {
      const request = this.request.value();
      return request ? `${request.awardId}/${request.version}` : undefined;
    },
    (key, abort) => this.awards.byId(key.split('/')[0] ?? '', abort),
  );
  readonly gates = computed<PayoutGateDto[]>(() => {
    const [request, award] = [this.request.value(), this.award.value()];
    return request && award ? gatesForRequest(request, award) : [];
  });

  /** What stands around the request has changed, as by a block. */
  reload(): void {
    this.request.reload();
    this.award.reload();
  }

  may(action: string): boolean {
    return this.request.value()?.actions.some((known) => known.action === action && known.allowed) ?? false;
  }

  offers(action: string): boolean {
    return this.request.value()?.actions.some((known) => known.action === action) ?? false;
  }

  reasonAgainst(action: string): string | null {
    return this.request.value()?.actions.find((known) => known.action === action)?.reasonCode ?? null;
  }

  /** True when done; a refusal then stands above the content. */
  run(name: string, deed: (id: string) => Promise<DisbursementRequestDto>): Promise<boolean> {
    return this.request.run(name, () => deed(this.id() ?? ''));
  }
}
