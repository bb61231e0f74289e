import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ArrangeDelegationDto, DelegationCandidateDto, DelegationDto } from '@wir/shared/contract';

/** Who deputises for me and for whom I deputise. */
@Injectable({ providedIn: 'root' })
export class OwnDelegationClient {
  private readonly api = inject(Api);

  async list(abort?: AbortSignal): Promise<readonly DelegationDto[]> {
    const query = { time: ['CURRENT', 'FUTURE'], pageSize: 200 };
    return (await this.api.get<{ items: DelegationDto[] }>('/delegations', query, abort)).items;
  }

  async candidates(abort?: AbortSignal): Promise<readonly DelegationCandidateDto[]> {
    return (await this.api.get<{ items: DelegationCandidateDto[] }>('/delegation-candidates', {}, abort)).items;
  }

  create(delegation: ArrangeDelegationDto): Promise<unknown> {
    return this.api.post('/delegations', delegation, 'delegation.create');
  }

  revoke(id: string, reason: string): Promise<unknown> {
    return this.api.post(`/delegations/${id}/revocation`, { reason }, `delegation.revoke.${id}`);
  }
}
