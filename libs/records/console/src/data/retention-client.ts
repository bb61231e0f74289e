import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type { ArchiveDecisionDto, RetentionDto, RetentionPageDto } from '@wir/shared/contract';

export const RETENTION_STATES = ['OPEN', 'RETENTION', 'DUE', 'ARCHIVE_OFFERED', 'ARCHIVED', 'DELETED'] as const;
export type RetentionState = (typeof RETENTION_STATES)[number];
export type ArchiveDecision = ArchiveDecisionDto['decision'];
export type Retention = RetentionDto;
export type RetentionPage = RetentionPageDto;

@Injectable({ providedIn: 'root' })
export class RetentionClient {
  private readonly api = inject(Api);
  /** What is due or offered, as a table for the letter to the archive. */
  readonly archiveListAddress = `${API_BASE}/retention/archive-list`;

  list(query: Query, abort?: AbortSignal): Promise<RetentionPage> {
    return this.api.get('/retention', query, abort);
  }

  offer(applicationIds: readonly string[], reference: string): Promise<unknown> {
    return this.api.post('/retention/offers', { applicationIds, reference }, 'retention.offer');
  }

  decide(applicationId: string, body: ArchiveDecisionDto): Promise<unknown> {
    return this.api.post(`/retention/${applicationId}/archive-decision`, body, `retention.decide.${applicationId}`);
  }

  delete(applicationId: string, reason: string): Promise<unknown> {
    return this.api.post(`/retention/${applicationId}/deletion`, { reason }, `retention.delete.${applicationId}`);
  }
}
