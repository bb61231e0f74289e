import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ApplicantDto, PageOf } from '@wir/shared/contract';
import type { List } from './account-types';

/** A person keeps out of all cases of a municipality (§§ 20, 21 HVwVfG). */
export interface ConflictOfInterest {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly reason: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
  readonly endedAt: string | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
}

export interface NewConflict {
  readonly applicantId: string;
  readonly reason: string;
  /** Absent: for the person herself. */
  readonly accountId?: string;
}

const MOST = 200;

@Injectable({ providedIn: 'root' })
export class ConflictClient {
  private readonly api = inject(Api);

  list(abort?: AbortSignal): Promise<List<ConflictOfInterest>> {
    return this.api.get('/conflicts-of-interest', { pageSize: MOST }, abort);
  }

  declare(conflict: NewConflict): Promise<unknown> {
    return this.api.post('/conflicts-of-interest', conflict, 'conflict.record');
  }

  end(id: string, reason: string): Promise<unknown> {
    return this.api.post(`/conflicts-of-interest/${id}/ending`, { reason }, `conflict.end.${id}`);
  }

  async municipalities(abort?: AbortSignal): Promise<readonly ApplicantDto[]> {
    const query = { pageSize: MOST, sort: 'officialName' };
    return (await this.api.get<PageOf<ApplicantDto>>('/applicants', query, abort)).items;
  }
}
