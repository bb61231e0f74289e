/** The signed state of the trail on one day. */
export interface Anchor {
  readonly day: string;
  /** The newest event of that moment and its hash. */
  readonly sequence: number;
  readonly head: string;
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** Ed25519 over `anchorText`, base64. */
  readonly signature: string;
}

/** The text that is signed: four lines, each ended by a line feed. */
export function anchorText({ day, sequence, head }: Pick<Anchor, 'day' | 'sequence' | 'head'>): string {
  return `wir-anchor-1\n${day}\n${sequence}\n${head}\n`;
}
