import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type { AwardDto, AwardPageDto, BankAccountDto, DeclarationDto } from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class AwardClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<AwardPageDto> {
    return this.api.get('/awards', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<AwardDto> {
    return this.api.get(`/awards/${id}`, {}, abort);
  }

  declare(id: string, declaration: DeclarationDto, version: number): Promise<AwardDto> {
    return this.api.put(`/awards/${id}/declaration`, declaration, version);
  }

  confirmAccount(accountId: string): Promise<BankAccountDto> {
    return this.api.post(`/bank-accounts/${accountId}/confirmation`, {}, `bank-account.confirm.${accountId}`);
  }
}
