import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  AncillaryProvisionDto,
  ApplicationDto,
  AwardDto,
  BudgetDto,
  CheckListDto,
  DeadlinesDto,
  NoticeDto,
  NoticeListItemDto,
  NoticeTextDto,
  PageOf,
} from '@wir/shared/contract';
import type { LocalDate, NoticeChannel } from '@wir/shared/kernel';

/** The sum is over all hits, not this page only. */
export type NoticePageDto = PageOf<NoticeListItemDto> & { readonly sumTotalCents?: number };

export interface NoticeChange {
  readonly texts: NoticeTextDto;
  readonly ancillaryProvisions: readonly AncillaryProvisionDto[];
}

export interface DeadlineQuestion {
  readonly channel: NoticeChannel;
  readonly date: LocalDate;
  readonly retrievedOn?: LocalDate | null;
  readonly court?: string | null;
}

@Injectable({ providedIn: 'root' })
export class NoticeClient {
  private readonly api = inject(Api);

  list(query: Query, abort?: AbortSignal): Promise<NoticePageDto> {
    return this.api.get('/notices', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<NoticeDto> {
    return this.api.get(`/notices/${id}`, {}, abort);
  }

  /** The PDF: while it is unsigned as a draft, afterwards the stored original. */
  document(id: string, draft: boolean, abort?: AbortSignal): Promise<Blob> {
    return this.api.blob(`/notices/${id}/document`, draft ? { draft: true } : {}, abort);
  }

  deadlines(id: string, abort?: AbortSignal): Promise<DeadlinesDto> {
    return this.api.get(`/notices/${id}/deadlines`, {}, abort);
  }

  /** What the law would make of a dispatch; nothing is stored. */
  previewDeadlines(question: DeadlineQuestion, abort?: AbortSignal): Promise<DeadlinesDto> {
    return this.api.compute('/deadlines/preview', question, abort);
  }

  update(id: string, change: NoticeChange, version: number): Promise<NoticeDto> {
    return this.api.patch(`/notices/${id}`, change, version);
  }

  cosign(id: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/cosigning`, {}, `notice.cosign.${id}`);
  }

  sign(id: string, documentSha256: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/signature`, { documentSha256 }, `notice.sign.${id}`);
  }

  returnToDraft(id: string, remark: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/return`, { remark }, `notice.return.${id}`);
  }

  voidNotice(id: string, reason: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/voiding`, { reason }, `notice.void.${id}`);
  }

  dispatch(id: string, channel: NoticeChannel, date: LocalDate): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/dispatch`, { channel, date }, `notice.dispatch.${id}`);
  }

  retrieve(id: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/retrieval`, {}, `notice.retrieve.${id}`);
  }

  waiveAppeal(id: string): Promise<NoticeDto> {
    return this.api.post(`/notices/${id}/appeal-waiver`, {}, `notice.waive.${id}`);
  }

  /** What the notice decides on: dates, sums and the reasons of the decision. */
  application(id: string, abort?: AbortSignal): Promise<ApplicationDto> {
    return this.api.get(`/applications/${id}`, {}, abort);
  }

  checks(applicationId: string, abort?: AbortSignal): Promise<CheckListDto> {
    return this.api.get(`/applications/${applicationId}/checks`, {}, abort);
  }

  award(id: string, abort?: AbortSignal): Promise<AwardDto> {
    return this.api.get(`/awards/${id}`, {}, abort);
  }

  budget(abort?: AbortSignal): Promise<BudgetDto> {
    return this.api.get('/budget', {}, abort);
  }
}
