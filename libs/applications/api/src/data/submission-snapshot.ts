import { contentSha256 } from '@wir/documents/api';
import type { Tx } from '@wir/shared/api';
import type { ApplicationDetailRow } from './application-detail.queries';
import { toContent } from './application-mapper';

const INSERT =
  'INSERT INTO applications.submission (application_id, applicant_id, number, content, content_sha256) VALUES ($1, $2, $3, $4::jsonb, $5)';

/** Freezes what was signed: the whole content with the hashes of its annexes. The hash is that of its canonical JSON. */
export async function freezeSubmission(tx: Tx, row: ApplicationDetailRow, number: number): Promise<string> {
  const content = snapshotOf(row);
  const sha256 = contentSha256(content);
  await tx.execute(INSERT, [row.id, row.applicantId, number, JSON.stringify(content), sha256]);
  return sha256;
}

export function snapshotOf(row: ApplicationDetailRow): Record<string, unknown> {
  const {
    caseNumber,
    programmeCode,
    callCode,
    moduleCode,
    applicantCode,
    applicantName,
    addresseeBody,
    requestedCents,
  } = row;
  const attachments = row.attachments.map(({ id, kind, fileName, mediaType, sizeBytes, sha256 }) => ({
    id,
    kind,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
  }));
  return {
    caseNumber,
    programmeCode,
    callCode,
    moduleCode,
    applicantCode,
    applicantName,
    addresseeBody,
    requestedCents,
    ...toContent(row),
    attachments,
  };
}
