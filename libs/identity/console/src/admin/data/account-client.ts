import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type { ApplicantDto, PageOf } from '@wir/shared/contract';
import type {
  Account,
  AccountItem,
  Erasure,
  FactorReset,
  Leaving,
  LeavingDeed,
  LeavingReport,
  List,
  NewAccount,
  RoleRequest,
} from './account-types';

const MOST = 200;

/** Accounts, their roles and what belongs to them. Every deed answers with the account's new state. */
@Injectable({ providedIn: 'root' })
export class AccountClient {
  private readonly api = inject(Api);
  private known?: Promise<readonly ApplicantDto[]>;

  list(query: Query, abort?: AbortSignal): Promise<List<AccountItem>> {
    return this.api.get('/accounts', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<Account> {
    return this.api.get(`/accounts/${id}`, {}, abort);
  }

  create(account: NewAccount): Promise<AccountItem> {
    return this.api.post('/accounts', account, 'account.create');
  }

  rename({ id, version }: Account, change: { name?: string; email?: string }): Promise<Account> {
    return this.api.patch(`/accounts/${id}`, change, version);
  }

  invite(id: string): Promise<Account> {
    return this.deed(id, 'invitation', {});
  }

  lock(id: string, reason: string): Promise<Account> {
    return this.deed(id, 'lock', { reason });
  }

  unlock(id: string, reason: string): Promise<Account> {
    return this.deed(id, 'unlock', { reason });
  }

  endSessions(id: string, reason: string): Promise<Account> {
    return this.deed(id, 'session-ending', { reason });
  }

  grant(id: string, role: RoleRequest): Promise<Account> {
    return this.deed(id, 'role-grants', role);
  }

  endRole(grantId: string, ending: { endsOn?: string; reason: string }): Promise<Account> {
    return this.api.post(`/role-grants/${grantId}/ending`, ending, `role-grant.ending.${grantId}`);
  }

  requestFactorReset(id: string, reason: string): Promise<Account> {
    return this.deed(id, 'factor-reset', { reason });
  }

  factorResets(abort?: AbortSignal): Promise<List<FactorReset>> {
    return this.api.get('/factor-resets', {}, abort);
  }

  confirmFactorReset(id: string): Promise<unknown> {
    return this.api.post(`/factor-resets/${id}/confirmation`, {}, `factor-reset.confirm.${id}`);
  }

  cancelFactorReset(id: string): Promise<unknown> {
    return this.api.post(`/factor-resets/${id}/cancellation`, {}, `factor-reset.cancel.${id}`);
  }

  leaving(id: string, abort?: AbortSignal): Promise<Leaving> {
    return this.api.get(`/accounts/${id}/leaving`, {}, abort);
  }

  leave(id: string, deed: LeavingDeed): Promise<LeavingReport> {
    return this.api.post(`/accounts/${id}/leaving`, deed, `account.leaving.${id}`);
  }

  erasure(id: string, abort?: AbortSignal): Promise<Erasure> {
    return this.api.get(`/accounts/${id}/erasure`, {}, abort);
  }

  erase(id: string, reason: string): Promise<unknown> {
    return this.api.post(`/accounts/${id}/erasure`, { reason }, `account.erasure.${id}`);
  }

  /** All municipalities by name; they do not change while a page is open. */
  municipalities(): Promise<readonly ApplicantDto[]> {
    this.known ??= this.api
      .get<PageOf<ApplicantDto>>('/applicants', { pageSize: MOST, sort: 'officialName' })
      .then(({ items }) => items)
      .catch((error: unknown) => {
        this.known = undefined;
        throw error;
      });
    return this.known;
  }

  private deed(id: string, name: string, body: unknown): Promise<Account> {
    return this.api.post(`/accounts/${id}/${name}`, body, `account.${name}.${id}`);
  }
}
