import { Injectable, inject } from '@angular/core';
import type { BundleKind } from '@wir/records/domain';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type { BundleDto, BundlePageDto } from '@wir/shared/contract';

export type AuditBundle = BundleDto;
export type BundlePage = BundlePageDto;

/** Something a bundle can be made of. */
export interface BundleSubject {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

interface Found<T> {
  readonly items: readonly T[];
}

const OFFERED = 10;

@Injectable({ providedIn: 'root' })
export class BundleClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<BundlePage> {
    return this.api.get('/audit-bundles', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<AuditBundle> {
    return this.api.get(`/audit-bundles/${id}`, {}, abort);
  }

  make(kind: BundleKind, objectId: string): Promise<AuditBundle> {
    return this.api.post('/audit-bundles', { kind, objectId }, `bundle.make.${kind}`);
  }

  /** The first cases, payments or years that fit what was typed. */
  async subjects(kind: BundleKind, search: string, abort?: AbortSignal): Promise<readonly BundleSubject[]> {
    if (kind === 'BUDGET_YEAR') return this.years(abort);
    const query: Query = { search, pageSize: OFFERED };
    if (kind === 'CASE') {
      const { items } = await this.api.get<Found<{ id: string; caseNumber: string; applicantName: string }>>(
        '/applications',
        query,
        abort,
      );
      return items.map(({ id, caseNumber, applicantName }) => ({ id, label: caseNumber, detail: applicantName }));
    }
    const { items } = await this.api.get<Found<{ id: string; requestNumber: string; applicantName: string }>>(
      '/disbursement-requests',
      query,
      abort,
    );
    return items.map(({ id, requestNumber, applicantName }) => ({ id, label: requestNumber, detail: applicantName }));
  }

  private async years(abort?: AbortSignal): Promise<readonly BundleSubject[]> {
    const { years } = await this.api.get<{ years: readonly { year: number }[] }>('/budget', {}, abort);
    return years.map(({ year }) => ({ id: String(year), label: String(year), detail: '' }));
  }
}

/** A plain link: the browser saves the archive by itself, however large it is. */
export function bundleAddress(id: string): string {
  return `${API_BASE}/audit-bundles/${id}/file`;
}
