import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type { ApplicantDto, AuditEventPageDto, AuditVerificationDto, PageOf } from '@wir/shared/contract';

const MOST = 200;

@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly api = inject(Api);

  /** For a plain link: the browser saves the stream by itself, however long it is. */
  readonly exportAddress = `${API_BASE}/audit/export`;

  events(query: Query, abort?: AbortSignal): Promise<AuditEventPageDto> {
    return this.api.get('/audit/events', query, abort);
  }

  /** Who has acted lately, for the choice of a person. */
  async actors(abort?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.events({ pageSize: MOST }, abort);
    return new Map(items.flatMap(({ actorId, actorName }) => (actorId === null ? [] : [[actorId, actorName]])));
  }

  async applicants(abort?: AbortSignal): Promise<readonly ApplicantDto[]> {
    return (await this.api.get<PageOf<ApplicantDto>>('/applicants', { pageSize: MOST }, abort)).items;
  }

  verify(): Promise<AuditVerificationDto> {
    return this.api.compute('/audit/verification', {});
  }
}
