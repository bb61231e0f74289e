import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFString,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { lookupName, nameOf } from './pdf-names';
import { Finding } from './verdict';

const FORBIDDEN_MEMBERS: ReadonlyMap<string, string> = new Map([
  ['JS', 'script'],
  ['JavaScript', 'script'],
  ['XFA', 'form-script'],
  ['EmbeddedFiles', 'embedded-file'],
  ['EF', 'embedded-file'],
  ['RichMediaContent', 'media'],
]);
const FORBIDDEN_ACTIONS: ReadonlyMap<string, string> = new Map([
  ['JavaScript', 'script'],
  ['Launch', 'program'],
  ['SubmitForm', 'form-target'],
  ['ImportData', 'form-target'],
  ['GoToE', 'embedded-file'],
  ['GoToR', 'program'],
  ['Rendition', 'media'],
  ['RichMediaExecute', 'media'],
]);
const FORBIDDEN_ANNOTATIONS = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', '3D']);
/** What may happen by itself: a certain page comes into view. LibreOffice writes that into every file. */
const HARMLESS_ACTIONS = new Set(['GoTo', 'Named']);
const WEB_ADDRESS = /^(https?:\/\/|mailto:|tel:|#|[\w./-]+$)/i;
const MAX_NESTING = 100;

/** Collects what a PDF would do besides showing its pages. */
export class ActiveContent {
  private found: string | null = null;

  constructor(private readonly context: PDFContext) {}

  /** Strings and numbers do nothing; whatever holds members is walked through without recursion. */
  examine(root: PDFObject): void {
    const open: { readonly object: PDFObject; readonly depth: number }[] = [{ object: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined && this.found === null; next = open.pop()) {
      const { object, depth } = next;
      if (depth > MAX_NESTING) throw new Finding('too-complex');
      const dict = object instanceof PDFStream ? object.dict : object;
      if (dict instanceof PDFDict) {
        this.examineDict(dict);
        for (const value of dict.values()) open.push({ object: value, depth: depth + 1 });
      } else if (dict instanceof PDFArray) {
        for (const value of dict.asArray()) open.push({ object: value, depth: depth + 1 });
      }
    }
  }

  refuse(): void {
    if (this.found !== null) throw new Finding('active-content', this.found);
  }

  private examineDict(dict: PDFDict): void {
    for (const key of dict.keys()) {
      const found = FORBIDDEN_MEMBERS.get(key.decodeText());
      if (found) this.found = found;
    }
    this.found = FORBIDDEN_ACTIONS.get(lookupName(dict, 'S') ?? '') ?? this.found;
    if (FORBIDDEN_ANNOTATIONS.has(lookupName(dict, 'Subtype') ?? '')) this.found = 'embedded-file';
    if (lookupName(dict, 'Type') === 'EmbeddedFile') this.found = 'embedded-file';
    if (this.opensOtherwise(dict)) this.found = 'link';
    this.examineOwnActs(dict);
  }

  private opensOtherwise(dict: PDFDict): boolean {
    if (lookupName(dict, 'S') !== 'URI') return false;
    const address = dict.lookup(nameOf('URI'));
    if (!(address instanceof PDFString || address instanceof PDFHexString)) return false;
    return !WEB_ADDRESS.test(address.decodeText().trim());
  }

  /** `OpenAction` and `AA` run without a click. A place to go to is no act. */
  private examineOwnActs(dict: PDFDict): void {
    const opening = dict.lookup(nameOf('OpenAction'));
    if (opening instanceof PDFDict && !this.isHarmless(opening)) this.found = 'open-action';
    const events = dict.lookup(nameOf('AA'));
    if (!(events instanceof PDFDict)) return;
    for (const event of events.values()) {
      const act = this.context.lookup(event);
      if (act instanceof PDFDict && !this.isHarmless(act)) this.found = 'open-action';
    }
  }

  private isHarmless(action: PDFDict): boolean {
    return HARMLESS_ACTIONS.has(lookupName(action, 'S') ?? '') && action.get(nameOf('Next')) === undefined;
  }
}
