/** Pages of a PDF as far as its page tree can be read without unpacking; 0 when it cannot. */
export function pageCount(bytes: ArrayBuffer): number {
  const text = new TextDecoder('latin1').decode(bytes);
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)];
  return Math.max(0, ...counts.map(([, before, after]) => Number(before ?? after)));
}
