import { inspectArchive } from './inspect-archive';
import { inspectImage } from './inspect-image';
import { inspectPdf } from './inspect-pdf';
import { MEDIA_TYPES, type MediaType } from '@wir/documents/domain';
import { refuseTwoFormats } from './two-formats';
import { Finding, type Verdict } from './verdict';

/**
 * Decides by the content alone. Reads hostile bytes with large libraries: to be run in a process of its own, whose end
 * by memory or time is an answer too.
 */
export async function inspectFile(bytes: Buffer): Promise<Verdict> {
  try {
    return { clean: true, mediaType: await mediaTypeOf(bytes) };
  } catch (error) {
    if (error instanceof Finding) return { clean: false, reason: error.reason, found: error.found };
    return { clean: false, reason: 'unreadable' };
  }
}

async function mediaTypeOf(bytes: Buffer): Promise<MediaType> {
  if (startsWith(bytes, '%PDF-')) {
    refuseTwoFormats(bytes);
    await inspectPdf(bytes);
    return MEDIA_TYPES.pdf;
  }
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) {
    refuseTwoFormats(bytes);
    inspectImage(bytes, 'png');
    return MEDIA_TYPES.png;
  }
  if (startsWith(bytes, '\xff\xd8\xff')) {
    refuseTwoFormats(bytes);
    inspectImage(bytes, 'jpg');
    return MEDIA_TYPES.jpeg;
  }
  if (startsWith(bytes, 'PK\x03\x04')) return inspectArchive(bytes);
  throw new Finding('type-not-allowed');
}

function startsWith(bytes: Buffer, signature: string): boolean {
  return bytes.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'));
}
