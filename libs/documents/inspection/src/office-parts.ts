import { MEDIA_TYPES, type MediaType } from '@wir/documents/domain';

const MAIN_PARTS: readonly (readonly [string, MediaType])[] = [
  [`${MEDIA_TYPES.docx}.main+xml`, MEDIA_TYPES.docx],
  [`${MEDIA_TYPES.xlsx}.main+xml`, MEDIA_TYPES.xlsx],
];

/** Programs inside a document, by the names the office programs give them. */
const ACTIVE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i, 'macro'],
  [/^(Basic|Scripts)\//i, 'macro'],
  [/(^|\/)(activeX|macrosheets|customUI)\//i, 'macro'],
  [/(^|\/)embeddings\/[^/]*\.(bin|exe|js|vbs|html?|hta|lnk)$/i, 'embedded-file'],
  [/\.(exe|dll|scr|com|bat|cmd|ps1|js|jse|vbs|vbe|wsf|hta|lnk|msi|html?|svg|swf)$/i, 'embedded-file'],
];
/** Relations to the outside that an office program follows by itself; a hyperlink waits for a click. */
const FETCHING = /Type="[^"]*\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|image|control)"/i;

/** What the archive is, by its own list of contents; null for any other archive. */
export function officeTypeOf(parts: ReadonlyMap<string, string>): MediaType | null {
  if (parts.get('mimetype') === MEDIA_TYPES.odt && parts.has('content.xml')) return MEDIA_TYPES.odt;
  const contents = parts.get('[Content_Types].xml') ?? '';
  if (/macroEnabled/i.test(contents)) return null;
  return MAIN_PARTS.find(([mark]) => contents.includes(`"${mark}"`))?.[1] ?? null;
}

/** Word for what a part would do when the document is opened. */
export function officeFaultOf(name: string, text: string): string | null {
  const active = ACTIVE_PARTS.find(([pattern]) => pattern.test(name));
  if (active) return active[1];
  // No office program of today writes its own entities; they unfold without end.
  if (/<!ENTITY/i.test(text)) return 'entity';
  if (/ContentType="[^"]*macroEnabled/i.test(text)) return 'macro';
  if (text.includes('<ddeLink') || fieldCodesOf(text).some((code) => /\bDDE(AUTO)?\b/.test(code))) return 'program';
  const relations = text.match(/<Relationship\b[^<>]*>/g) ?? [];
  return relations.some((one) => /TargetMode="External"/i.test(one) && FETCHING.test(one)) ? 'link' : null;
}

/** What Word shall compute when it opens the text, piece by piece. */
function fieldCodesOf(text: string): readonly string[] {
  const pieces = text.split('instrText').slice(1);
  return pieces.map((piece) => piece.slice(0, piece.indexOf('<')));
}
