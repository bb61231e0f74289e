import { Injectable, Signal, computed, inject, linkedSignal, resource } from '@angular/core';
import { isVisibleToApplicant } from '@wir/decisions/domain';
import { ApiProblem, Session, asApiProblem } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { sha256Of } from '../data/document-hash';
import { NoticeClient } from '../data/notice-client';
import { NoticeStore } from '../detail/notice-store';
import { pageCount } from './page-count';

/** The bytes on the screen with their hash, and which version of the notice they show. */
export interface PreviewedDocument {
  readonly pdf: Blob;
  readonly sha256: string;
  /** 0 when it cannot be told. */
  readonly pages: number;
  readonly isDraft: boolean;
  readonly noticeId: string;
  readonly version: number;
}

interface DocumentRequest {
  readonly id: string;
  readonly isDraft: boolean;
  readonly version: number;
}

/**
 * The PDF beside the form. It is built anew whenever a new version of the notice is stored (autosave does so shortly
 * after the last key); the last one stays on the screen until the next is there.
 */
@Injectable()
export class PreviewStore {
  private readonly client = inject(NoticeClient);
  private readonly notices = inject(NoticeStore);
  private readonly session = inject(Session);

  private readonly wanted = computed(() => documentOf(this.notices.notice.value(), this.session.isApplicant()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  private readonly source = resource({
    params: () => this.wanted(),
    loader: ({ params, abortSignal }) => this.load(params, abortSignal),
  });

  readonly document: Signal<PreviewedDocument | undefined> = linkedSignal<
    { readonly id: string | undefined; readonly loaded: PreviewedDocument | undefined },
    PreviewedDocument | undefined
  >({
    source: () => ({ id: this.wanted()?.id, loaded: this.source.hasValue() ? this.source.value() : undefined }),
    computation: (now, previous) => now.loaded ?? (previous?.value?.noticeId === now.id ? previous?.value : undefined),
  }).asReadonly();
  readonly loading = this.source.isLoading;
  readonly problem = computed<ApiProblem | null>(() => {
    const error = this.source.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });
  /** What is on the screen is the newest version. */
  readonly isCurrent = computed(() => {
    const shown = this.document();
    const wanted = this.wanted();
    return shown !== undefined && wanted !== undefined && shown.version === wanted.version && !this.loading();
  });

  reload(): void {
    this.source.reload();
  }

  private async load({ id, isDraft, version }: DocumentRequest, abort: AbortSignal): Promise<PreviewedDocument> {
    const pdf = await this.client.document(id, isDraft, abort);
    const bytes = await pdf.arrayBuffer();
    return { pdf, sha256: await sha256Of(bytes), pages: pageCount(bytes), isDraft, noticeId: id, version };
  }
}

/**
 * Unsigned notices show as a draft. A municipality sees a notice of the portal after its retrieval: opening it earlier
 * would be the retrieval itself, and that is a deed of its own.
 */
export function documentOf(notice: NoticeDto | undefined, isApplicant: boolean): DocumentRequest | undefined {
  if (!notice) return undefined;
  const isDraft = ['DRAFT', 'IN_COSIGN'].includes(notice.state);
  // The signed original never changes, whatever happens to the notice afterwards.
  const request = { id: notice.id, version: isDraft ? notice.version : 0, isDraft };
  if (!isApplicant) return request;
  const isOpen = notice.channel !== 'PORTAL' || notice.retrievedOn !== null;
  return isVisibleToApplicant(notice.state) && isOpen ? request : undefined;
}
