import type { MediaType } from '@wir/documents/domain';

/** Why a file is not taken; the API has a German sentence for each. */
export type RefusalReason =
  | 'type-not-allowed'
  | 'encrypted'
  | 'active-content'
  | 'two-formats'
  | 'archive-unsafe'
  | 'image-too-large'
  | 'too-complex'
  | 'unreadable';

export type Verdict =
  | { readonly clean: true; readonly mediaType: MediaType }
  | { readonly clean: false; readonly reason: RefusalReason; readonly found?: string };

/** Thrown where something is found; `found` names it from a fixed list of words, never by content of the file. */
export class Finding extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly found?: string,
  ) {
    super(reason);
  }
}
