const MEBIBYTE = 1024 * 1024;

/** What a file may cost whoever opens it. */
export const INSPECTION_LIMITS = {
  /** A photograph of 50 megapixels needs 200 MB of memory to be shown. */
  pixels: 50_000_000,
  side: 30_000,
  pdfObjects: 200_000,
  /** Everything a PDF or an office file holds, unpacked. */
  unpackedBytes: 200 * MEBIBYTE,
  /** Above this size a part must not shrink to less than a hundredth: no text does. */
  suspiciousBytes: 8 * MEBIBYTE,
  ratio: 100,
  archiveEntries: 5_000,
  /** A chart in a letter brings its table along, and that is all. */
  archiveDepth: 1,
} as const;
