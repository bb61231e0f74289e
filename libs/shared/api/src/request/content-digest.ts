import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** SHA-256 of what was sent: the body in canonical form, for multipart also the bytes of the file. */
export function contentDigest(request: Request): string {
  const hash = createHash('sha256').update(canonicalJson(request.body ?? null));
  if (request.file) hash.update(createHash('sha256').update(request.file.buffer).digest());
  return hash.digest('hex');
}

/** JSON with sorted names and without blanks: two spellings of the same content are equal. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
