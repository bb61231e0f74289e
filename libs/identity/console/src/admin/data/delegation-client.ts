import { Injectable, inject } from '@angular/core';
import type { Role } from '@wir/identity/domain';
import { Api } from '@wir/shared/console';
import type { Delegation, List } from './account-types';

/** Somebody who may be absent, or stand in. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface NewDelegation {
  readonly absentAccountId: string;
  readonly deputyAccountId: string;
  readonly roles: readonly Role[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}

const MOST = 200;

@Injectable({ providedIn: 'root' })
export class DelegationClient {
  private readonly api = inject(Api);

  list(abort?: AbortSignal): Promise<List<Delegation>> {
    return this.api.get('/delegations', { pageSize: MOST }, abort);
  }

  /** The colleagues of the own authority who work on cases: they may be absent, stand in, or be biased. */
  async colleagues(abort?: AbortSignal): Promise<readonly Candidate[]> {
    return (await this.api.get<List<Candidate>>('/delegation-candidates', {}, abort)).items;
  }

  async candidates(absentAccountId: string, abort?: AbortSignal): Promise<readonly Candidate[]> {
    return (await this.api.get<List<Candidate>>('/delegation-candidates', { absentAccountId }, abort)).items;
  }

  create(delegation: NewDelegation): Promise<unknown> {
    return this.api.post('/delegations', delegation, 'delegation.create');
  }

  revoke(id: string, reason: string): Promise<unknown> {
    return this.api.post(`/delegations/${id}/revocation`, { reason }, `delegation.revoke.${id}`);
  }
}
