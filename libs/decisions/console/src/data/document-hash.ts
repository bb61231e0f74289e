/** SHA-256 of a document as 64 hexadecimal digits: what was seen is what is signed. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Enough to compare by eye: `3fa1c4d2 … 90bb12ef`. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 8)} … ${sha256.slice(-8)}`;
}
