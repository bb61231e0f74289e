import { PDFParser, type PDFObject } from '@cantoo/pdf-lib';
import { INSPECTION_LIMITS } from './limits';

/**
 * Sees each object as it is read. A later object of the same number replaces an earlier one in the result, but not in
 * every reader: what stands anywhere in the file is looked at.
 */
export class WatchedParser extends PDFParser {
  readonly seen: PDFObject[] = [];

  constructor(bytes: Uint8Array) {
    super(bytes, Infinity, false, false, true);
    const { context } = this;
    const assign = context.assign.bind(context);
    context.assign = (ref, object) => {
      if (this.seen.length <= INSPECTION_LIMITS.pdfObjects) this.seen.push(object);
      assign(ref, object);
    };
  }
}
