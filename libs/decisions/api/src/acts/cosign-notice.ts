import { Injectable } from '@nestjs/common';
import { NOTICE_TRANSITIONS } from '@wir/decisions/domain';
import { FileStore, PdfRenderer } from '@wir/documents/api';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move, refuseProblems } from '@wir/shared/kernel';
import { NoticeLetterQueries } from '../data/notice-letter.queries';
import { NoticeQueries } from '../data/notice.queries';
import { NoticeRepository } from '../data/notice.repository';
import { recipientOn } from '../data/recipient.queries';
import type { NoticeDto } from '../dto/notice.dto';
import { renderNotice, type NoticeLetter } from '../notice-letter';
import { announceNotice, traceNotice } from '../traces';

interface Preview {
  readonly version: number;
  readonly letter: NoticeLetter;
  readonly sha256: string;
}

/** Step 11: the draft is complete; its content is frozen and its PDF kept, so that the signature can name what was read. */
@Injectable()
export class CosignNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly letters: NoticeLetterQueries,
    private readonly renderer: PdfRenderer,
    private readonly files: FileStore,
  ) {}

  async execute(request: CurrentRequest, id: string): Promise<Answer<NoticeDto>> {
    const preview = await this.preview(request, id);
    return this.transactions.command(request, async (tx) => {
      const notice = await this.notices.lock(tx, id);
      const { to } = move(NOTICE_TRANSITIONS, notice.state, 'cosign', tx.actor.roles);
      if (preview?.version !== notice.version) throw new DomainError('conflict', 'notice.changed-meanwhile');

      const { addressee, court } = await recipientOn(tx, notice.applicantId, tx.today);
      const version = await this.notices.update(tx, notice, {
        state: to,
        addressee: JSON.stringify(addressee),
        court,
        content: JSON.stringify(preview.letter),
        preview_sha256: preview.sha256,
        drafted_by_person_id: tx.actor.personId,
        drafted_by_account_id: tx.actor.accountId,
        drafted_for_person_id: tx.deputyFor?.personId ?? null,
        cosign_remark: null,
      });
      traceNotice(tx, notice, {
        action: 'notice.cosigned',
        toState: to,
        version,
        after: { previewSha256: preview.sha256 },
      });
      announceNotice(tx, notice, 'notice.in-cosign', version);
      return this.queries.detail(tx, id);
    });
  }

  /** Rendered and stored before anything is locked; a file left over by a refusal is never named. Null when it is no draft any more. */
  private async preview(request: CurrentRequest, id: string): Promise<Preview | null> {
    const draft = await this.transactions.read(request, async (tx) => {
      const { state, version } = await this.notices.find(tx, id);
      if (state !== 'DRAFT') return null;
      const warnings = await this.queries.warnings(tx, id);
      refuseProblems(
        warnings.map(({ code }) => ({ path: '', code })),
        'conflict',
        'notice.incomplete',
      );
      return {
        version,
        letter: await this.letters.letter(tx, id, { day: tx.today, contactName: tx.actor.name }),
        createdAt: tx.now,
      };
    });
    if (draft === null) return null;
    const { bytes } = await renderNotice(this.renderer, draft.letter, { draft: true, createdAt: draft.createdAt });
    const { sha256 } = await this.files.put(bytes);
    return { version: draft.version, letter: draft.letter, sha256 };
  }
}
