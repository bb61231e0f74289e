import { Injectable, inject } from '@angular/core';
import { API_BASE, Api, type Query } from '@wir/shared/console';
import type { ApplicantDto, PageOf } from '@wir/shared/contract';
import type { AnchorList, EventPage, ReadPage, Verification } from './audit-types';

const MOST = 200;

@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly api = inject(Api);

  /** For plain links: the browser saves the stream by itself, however long it is. */
  readonly exportAddress = `${API_BASE}/audit/export`;
  readonly verifierAddress = `${API_BASE}/audit/verifier`;

  events(query: Query, abort?: AbortSignal): Promise<EventPage> {
    return this.api.get('/audit/events', query, abort);
  }

  reads(query: Query, abort?: AbortSignal): Promise<ReadPage> {
    return this.api.get('/audit/reads', query, abort);
  }

  anchors(abort?: AbortSignal): Promise<AnchorList> {
    return this.api.get('/audit/anchors', {}, abort);
  }

  /** Who has acted lately, for the choice of a person. */
  async actors(abort?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.events({ pageSize: MOST }, abort);
    return new Map(items.flatMap(({ actorId, actorName }) => (actorId === null ? [] : [[actorId, actorName]])));
  }

  /** Who has read lately. */
  async readers(abort?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.reads({ pageSize: MOST }, abort);
    return new Map(items.map(({ accountId, actorName }) => [accountId, actorName]));
  }

  async applicants(abort?: AbortSignal): Promise<readonly ApplicantDto[]> {
    return (await this.api.get<PageOf<ApplicantDto>>('/applicants', { pageSize: MOST }, abort)).items;
  }

  verify(): Promise<Verification> {
    return this.api.compute('/audit/verification', {});
  }
}
