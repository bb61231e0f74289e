import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  CheckDisbursementDto,
  CreateDisbursementRequestDto,
  DisbursementRequestDto,
  DisbursementRequestPageDto,
  HistoryDto,
  HistoryEntryDto,
} from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class DisbursementClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<DisbursementRequestPageDto> {
    return this.api.get('/disbursement-requests', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<DisbursementRequestDto> {
    return this.api.get(`/disbursement-requests/${id}`, {}, abort);
  }

  create(awardId: string, request: CreateDisbursementRequestDto): Promise<DisbursementRequestDto> {
    return this.api.post(`/awards/${awardId}/disbursement-requests`, request, `disbursement.create.${awardId}`);
  }

  submit(id: string): Promise<DisbursementRequestDto> {
    return this.deed(id, 'submission', {});
  }

  check(id: string, answer: CheckDisbursementDto): Promise<DisbursementRequestDto> {
    return this.deed(id, 'check', answer);
  }

  giveBack(id: string, reason: string): Promise<DisbursementRequestDto> {
    return this.deed(id, 'return', { reason });
  }

  order(id: string): Promise<DisbursementRequestDto> {
    return this.deed(id, 'order', {});
  }

  cancel(id: string, reason: string): Promise<DisbursementRequestDto> {
    return this.deed(id, 'cancellation', reason === '' ? {} : { reason });
  }

  /** The trail of the whole case; `objectId` says which request an entry is about. */
  async history(applicationId: string, abort?: AbortSignal): Promise<readonly HistoryEntryDto[]> {
    return (await this.api.get<HistoryDto>(`/applications/${applicationId}/history`, {}, abort)).items;
  }

  private deed(id: string, step: string, body: unknown): Promise<DisbursementRequestDto> {
    return this.api.post(`/disbursement-requests/${id}/${step}`, body, `disbursement.${step}.${id}`);
  }
}
