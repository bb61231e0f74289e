import { PDFDict, PDFName } from '@cantoo/pdf-lib';

export function nameOf(name: string): PDFName {
  return PDFName.of(name);
}

/** The name under a key, its escapes resolved; null when it is none. */
export function lookupName(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFName ? value.decodeText() : null;
}
