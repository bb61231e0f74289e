import { MEDIA_TYPES, type MediaType } from '@wir/documents/domain';
import type { RefusalReason, Verdict } from '@wir/documents/inspection';
import { DomainError } from '@wir/shared/kernel';
import { sanitizeFileName, withExtension } from '../file-name';

export const UPLOAD_LIMIT_BYTES = 25 * 1024 * 1024;

/** What a municipality may hand in, with the extensions its name may carry. */
const EXTENSIONS: Readonly<Record<MediaType, readonly string[]>> = {
  [MEDIA_TYPES.pdf]: ['pdf'],
  [MEDIA_TYPES.png]: ['png'],
  [MEDIA_TYPES.jpeg]: ['jpg', 'jpeg'],
  [MEDIA_TYPES.docx]: ['docx'],
  [MEDIA_TYPES.xlsx]: ['xlsx'],
  [MEDIA_TYPES.odt]: ['odt'],
};
/** Endings that promise a certain content; `.2026` or `.final` promise nothing. */
const PROMISING =
  /\.(pdf|png|jpe?g|gif|svgz?|docx?|docm|dotm|xlsx?|xlsm|pptx?|od[stp]|zip|7z|rar|exe|com|bat|cmd|scr|ps1|jse?|vbs|hta|lnk|msi|jar|html?|xhtml|xml|php|sh|iso|txt|csv)$/i;

export interface InspectedUpload {
  readonly mediaType: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

export interface Upload {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** What the client claims; a claim that contradicts the content is refused. */
  readonly mediaType?: string;
}

export function refuseSize(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new DomainError('unprocessable', 'document.empty');
  if (bytes.byteLength > UPLOAD_LIMIT_BYTES)
    throw new DomainError('unprocessable', 'document.too-large', { limitBytes: UPLOAD_LIMIT_BYTES });
}

/** What the inspection said becomes a refusal, or the facts that are stored. */
export function acceptVerdict(verdict: Verdict, upload: Upload): InspectedUpload {
  if (!verdict.clean) throw refusalOf(verdict.reason, verdict.found);
  const { mediaType } = verdict;
  const fileName = sanitizeFileName(upload.fileName);
  const extensions = EXTENSIONS[mediaType];
  const promised = PROMISING.exec(fileName)?.[1]?.toLowerCase();
  const claimed = upload.mediaType;
  const isClaimed = claimed !== undefined && claimed in EXTENSIONS;
  if ((promised && !extensions.includes(promised)) || (isClaimed && claimed !== mediaType))
    throw new DomainError('unprocessable', 'document.type-mismatch', { mediaType });
  return { mediaType, fileName: withExtension(fileName, extensions), sizeBytes: upload.bytes.byteLength };
}

function refusalOf(reason: RefusalReason, found: string | undefined): DomainError {
  const details = found === undefined ? {} : { found };
  const refusals: Readonly<Record<RefusalReason, () => DomainError>> = {
    'type-not-allowed': () => new DomainError('unprocessable', 'document.type-not-allowed', { mediaType: null }),
    encrypted: () => new DomainError('unprocessable', 'document.encrypted'),
    'active-content': () => new DomainError('unprocessable', 'document.active-content', details),
    'two-formats': () => new DomainError('unprocessable', 'document.two-formats', details),
    'archive-unsafe': () => new DomainError('unprocessable', 'document.archive-unsafe', details),
    'image-too-large': () => new DomainError('unprocessable', 'document.image-too-large'),
    'too-complex': () => new DomainError('unprocessable', 'document.too-complex'),
    unreadable: () => new DomainError('unprocessable', 'document.unreadable'),
  };
  return refusals[reason]();
}
