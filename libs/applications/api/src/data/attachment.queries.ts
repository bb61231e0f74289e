import type { AttachmentKind } from '@wir/applications/domain';
import { HttpProblem, type ReadTx, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { AttachmentDto } from '../dto/attachment.dto';
import type { Application } from './application.repository';

export interface NewAttachment {
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface AttachmentFile extends NewAttachment {
  readonly id: string;
}

const FIND = `
SELECT t.id, t.kind, t.file_name AS "fileName", t.media_type AS "mediaType", t.size_bytes AS "sizeBytes", t.sha256
FROM applications.attachment t WHERE t.id = $2 AND t.application_id = $1`;

const INSERT = `
INSERT INTO applications.attachment (application_id, applicant_id, kind, file_name, media_type, size_bytes, sha256)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id, uploaded_at AS "uploadedAt"`;

export async function findAttachment(tx: ReadTx, applicationId: string, attachmentId: string): Promise<AttachmentFile> {
  const row = await tx.queryOne<AttachmentFile>(FIND, [applicationId, attachmentId]);
  if (row === null) throw new DomainError('not-found', 'application.attachment-not-found');
  return row;
}

/** More than any case needs, and few enough for one list. Counted under the lock of the case. */
const MAX_ATTACHMENTS = 200;

export async function refuseTooManyAttachments(tx: Tx, applicationId: string): Promise<void> {
  const row = await tx.queryOne<{ count: number }>(
    'SELECT count(*)::int AS count FROM applications.attachment WHERE application_id = $1',
    [applicationId],
  );
  if ((row?.count ?? 0) >= MAX_ATTACHMENTS)
    throw new HttpProblem(413, 'application.too-many-attachments', { limit: MAX_ATTACHMENTS });
}

export async function insertAttachment(
  tx: Tx,
  { id, applicantId }: Application,
  attachment: NewAttachment,
): Promise<AttachmentDto> {
  const { kind, fileName, mediaType, sizeBytes, sha256 } = attachment;
  const row = await tx.queryOne<{ id: string; uploadedAt: Date }>(INSERT, [
    id,
    applicantId,
    kind,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
  ]);
  if (row === null) throw new Error('The attachment was not stored');
  return {
    id: row.id,
    kind,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    uploadedAt: row.uploadedAt.toISOString(),
    uploadedBy: tx.actor.name,
  };
}

export async function deleteAttachment(tx: Tx, attachmentId: string): Promise<void> {
  await tx.execute('DELETE FROM applications.attachment WHERE id = $1', [attachmentId]);
}
