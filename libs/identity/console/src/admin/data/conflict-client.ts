import { Injectable, inject } from '@angular/core';
import { Api } from '@wir/shared/console';
import type { ApplicantDto, ConflictOfInterestDto, PageOf, RecordConflictDto } from '@wir/shared/contract';
import type { List } from './account-types';

const MOST = 200;

@Injectable({ providedIn: 'root' })
export class ConflictClient {
  private readonly api = inject(Api);

  list(abort?: AbortSignal): Promise<List<ConflictOfInterestDto>> {
    return this.api.get('/conflicts-of-interest', { pageSize: MOST }, abort);
  }

  declare(conflict: RecordConflictDto): Promise<unknown> {
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
