import { Injectable } from '@nestjs/common';
import { FileStore, PdfRenderer } from '@wir/documents/api';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { NoticeRepository } from './data/notice.repository';
import { isFromAnotherYear, renderNotice, signedLetter, type NoticeLetter } from './notice-letter';

/** The original as it will be issued, if the signature succeeds. */
export interface SignedDocument {
  readonly version: number;
  readonly day: LocalDate;
  readonly letter: NoticeLetter;
  readonly sha256: string;
  /** The delegation through which it is signed. */
  readonly delegationId: string | null;
}

/** Renders the original from the frozen content and keeps its bytes under their hash, before any row is locked. */
@Injectable()
export class SignedDocuments {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly renderer: PdfRenderer,
    private readonly files: FileStore,
  ) {}

  /** Null when the notice is not there to be signed, or not with this preview; the command then says why. */
  async prepare(request: CurrentRequest, noticeId: string, previewSha256: string): Promise<SignedDocument | null> {
    const frozen = await this.transactions.read(request, async (tx) => {
      const { state, content, version, previewSha256: preview } = await this.notices.find(tx, noticeId);
      if (
        state !== 'IN_COSIGN' ||
        content === null ||
        preview !== previewSha256 ||
        isFromAnotherYear(content, tx.today)
      )
        return null;
      // § 37 Abs. 3 HVwVfG: the act names the head, a deputy or a delegate.
      const phrase = tx.deputyFor === null ? 'Im Auftrag' : 'In Vertretung';
      const signature = { phrase, name: tx.actor.name, office: 'Referatsleitung', signedOn: tx.today };
      const delegationId = tx.deputyFor?.id ?? null;
      return { version, day: tx.today, letter: signedLetter(content, signature), createdAt: tx.now, delegationId };
    });
    if (frozen === null) return null;
    const { createdAt, ...document } = frozen;
    const { bytes } = await renderNotice(this.renderer, document.letter, { draft: false, createdAt });
    const { sha256 } = await this.files.put(bytes);
    return { ...document, sha256 };
  }
}
