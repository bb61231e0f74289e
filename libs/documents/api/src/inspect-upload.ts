import { DomainError } from '@wir/shared/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { sanitizeFileName, withExtension } from './file-name';

export const UPLOAD_LIMIT_BYTES = 25 * 1024 * 1024;

/** What a municipality may hand in, with the extensions its name may carry. */
const ALLOWED_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
]);

export interface InspectedUpload {
  readonly mediaType: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** Decides by the content alone; the type and the extension that the browser sent count for nothing. */
export async function inspectUpload(bytes: Uint8Array, fileName: string): Promise<InspectedUpload> {
  if (bytes.byteLength === 0) throw new DomainError('unprocessable', 'document.empty');
  if (bytes.byteLength > UPLOAD_LIMIT_BYTES)
    throw new DomainError('unprocessable', 'document.too-large', { limitBytes: UPLOAD_LIMIT_BYTES });
  const mediaType = await mediaTypeOf(bytes);
  const extensions = ALLOWED_TYPES.get(mediaType ?? '');
  if (mediaType === undefined || extensions === undefined) {
    throw new DomainError('unprocessable', 'document.type-not-allowed', { mediaType: mediaType ?? null });
  }
  return { mediaType, fileName: withExtension(sanitizeFileName(fileName), extensions), sizeBytes: bytes.byteLength };
}

/** A damaged archive makes the detector throw; to us it is merely no known type. */
async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return undefined;
  }
}
