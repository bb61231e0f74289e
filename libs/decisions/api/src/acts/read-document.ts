import { Injectable } from '@nestjs/common';
import { FileStore, PdfRenderer, sha256Hex } from '@wir/documents/api';
import { FileAnswer, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { NoticeLetterQueries } from '../data/notice-letter.queries';
import { NoticeRepository, type Notice } from '../data/notice.repository';
import { renderNotice, type NoticeLetter } from '../notice-letter';

/** Where the bytes come from: the store, once they were previewed or signed, else the present text. */
type Source = { readonly sha256: string } | { readonly letter: NoticeLetter; readonly createdAt: Date };

/** The PDF. A signed one is read from the store and checked against its hash; it is never rendered again. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly letters: NoticeLetterQueries,
    private readonly renderer: PdfRenderer,
    private readonly files: FileStore,
  ) {}

  async execute(request: CurrentRequest, id: string, draft: boolean): Promise<FileAnswer> {
    const { source, noticeNumber } = await this.transactions.read(request, async (tx) => {
      const notice = await this.notices.find(tx, id);
      return { noticeNumber: notice.noticeNumber, source: draft ? await this.draft(tx, notice) : original(tx, notice) };
    });
    const bytes = await this.bytes(source);
    return new FileAnswer(bytes, 'application/pdf', `${draft ? 'Entwurf' : 'Bescheid'}-${noticeNumber}.pdf`, {
      inline: true,
      etag: sha256Hex(bytes),
    });
  }

  private async draft(tx: ReadTx, { id, state, previewSha256 }: Notice): Promise<Source> {
    if (state === 'DRAFT') return { letter: await this.letters.letter(tx, id, { day: tx.today }), createdAt: tx.now };
    if (state === 'IN_COSIGN' && previewSha256 !== null) return { sha256: previewSha256 };
    throw new DomainError('conflict', 'notice.no-draft');
  }

  private async bytes(source: Source): Promise<Uint8Array> {
    if ('sha256' in source) return this.files.read(source.sha256);
    const { bytes } = await renderNotice(this.renderer, source.letter, { draft: true, createdAt: source.createdAt });
    return bytes;
  }
}

/** Through the portal the retrieval starts the term (§ 41 Abs. 2a HVwVfG); nobody reads the letter without it. */
function original(tx: ReadTx, { documentSha256, channel, retrievedOn }: Notice): Source {
  if (documentSha256 === null) throw new DomainError('conflict', 'notice.not-signed');
  if (!tx.actor.isStaff && channel === 'PORTAL' && retrievedOn === null)
    throw new DomainError('conflict', 'notice.not-retrieved');
  return { sha256: documentSha256 };
}
