/** Limit of common file systems, in UTF-8 bytes. */
const LONGEST_NAME = 255;
const FALLBACK = 'Dokument';

/** Names that mean a device to Windows, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name safe to show and to save: one path segment, NFC, no control or direction characters (they could show
 * "gnp.exe" as "exe.png"), at most 255 bytes with the extension kept.
 */
export function sanitizeFileName(fileName: string): string {
  const segment = fileName.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const clean = segment
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/%[0-9a-f]{2}/giu, '_')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/gu, '');
  if (clean === '') return FALLBACK;
  return shortened(DEVICE.test(clean) ? `_${clean}` : clean);
}

/** Appends the extension of the true content where the name claims another one. */
export function withExtension(fileName: string, extensions: readonly string[]): string {
  const lower = fileName.toLowerCase();
  if (extensions.some((extension) => lower.endsWith(`.${extension}`))) return fileName;
  return shortened(`${fileName}.${extensions[0] ?? 'bin'}`);
}

function shortened(fileName: string): string {
  if (Buffer.byteLength(fileName) <= LONGEST_NAME) return fileName;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(fileName)?.[0] ?? '';
  const room = LONGEST_NAME - Buffer.byteLength(extension);
  let stem = '';
  let length = 0;
  for (const character of fileName.slice(0, fileName.length - extension.length)) {
    length += Buffer.byteLength(character);
    if (length > room) break;
    stem += character;
  }
  return stem.trimEnd() + extension;
}
