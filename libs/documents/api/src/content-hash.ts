import { createHash } from 'node:crypto';
import { canonicalJson } from '@wir/documents/domain';

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Hash of what a document says, independent of the order of members and of the renderer's version. */
export function contentSha256(content: unknown): string {
  return sha256Hex(canonicalJson(content));
}
