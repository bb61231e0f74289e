export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Port for files named by their content: the same bytes are stored once and never change. Also the injection token.
 * Store the file first and the row that names it afterwards, so that no row ever names a missing file.
 */
export abstract class FileStore {
  abstract put(content: FileContent): Promise<StoredFile>;

  /** Checks the hash while reading: refuses with `document.not-found` or `document.corrupted`. */
  abstract read(sha256: string): Promise<Buffer>;

  /** Piece by piece, for files larger than memory; the hash is compared at the end, and a wrong one breaks the stream. */
  abstract stream(sha256: string): Promise<AsyncIterable<Uint8Array>>;

  abstract has(sha256: string): Promise<boolean>;

  /** Only when no row names it any more; unknown names are no fault. */
  abstract remove(sha256: string): Promise<void>;
}
