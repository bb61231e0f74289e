import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { assertVersion, Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { ApplicationRepository } from '../data/application.repository';
import { deleteAttachment, findAttachment } from '../data/attachment.queries';

/** Takes an annex out of the draft. The file itself stays: an earlier submission may name it. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string, attachmentId: string): Promise<Answer<null>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { kind, fileName, sizeBytes, sha256 } = await findAttachment(tx, id, attachmentId);
      assertVersion(request, application.version);
      move(APPLICATION_TRANSITIONS, application.state, 'edit', tx.actor.roles);
      await deleteAttachment(tx, attachmentId);
      tx.audit({
        action: 'application.attachment-removed',
        objectType: 'APPLICATION',
        objectId: id,
        objectVersion: application.version,
        applicantId: application.applicantId,
        before: { attachments: { id: attachmentId, kind, fileName, sizeBytes, sha256 } },
      });
      return null;
    });
  }
}
