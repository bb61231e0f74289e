import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { FileStore, UploadInspector } from '@wir/documents/api';
import { Transactions, type Answer, type CurrentRequest, type UploadedFile } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { ApplicationRepository } from '../data/application.repository';
import { findApplicationState } from '../data/application-state.queries';
import { insertAttachment, refuseTooManyAttachments } from '../data/attachment.queries';
import type { AttachmentDto, UploadAttachmentDto } from '../dto/attachment.dto';

/**
 * Adds an annex. Nothing is stored of somebody who may not, nor of a file before it was found clean; then the file comes
 * first, under its hash, so that no row ever names a missing one. Annexes stand beside the form: adding one does not make an open form stale.
 */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly files: FileStore,
    private readonly inspector: UploadInspector,
  ) {}

  async execute(
    request: CurrentRequest,
    id: string,
    { kind }: UploadAttachmentDto,
    file: UploadedFile,
  ): Promise<Answer<AttachmentDto>> {
    await this.transactions.read(request, (tx) => findApplicationState(tx, id));
    const inspected = await this.inspector.inspect(file);
    const { sha256 } = await this.files.put(file.bytes);
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      move(APPLICATION_TRANSITIONS, application.state, 'edit', tx.actor.roles);
      await refuseTooManyAttachments(tx, id);
      const attachment = await insertAttachment(tx, application, { ...inspected, kind, sha256 });
      const { fileName, sizeBytes } = attachment;
      tx.audit({
        action: 'application.attachment-added',
        objectType: 'APPLICATION',
        objectId: id,
        objectVersion: application.version,
        applicantId: application.applicantId,
        after: { attachments: { id: attachment.id, kind, fileName, sizeBytes, sha256 } },
      });
      return attachment;
    });
  }
}
