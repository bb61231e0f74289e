/** Bundled together with the product's sources: the renderer as the API has it, and what it would print. */
import { TypstPdfRenderer } from '@wir/documents/api';
import { awardNotice } from '@wir/documents/domain';
import { sampleAwardFacts } from '../../../libs/documents/domain/src/sample-notices';

export const createRenderer = (templatesDir) => new TypstPdfRenderer(templatesDir);

/** A complete grant notice; each number is another letter. */
export function letter(number) {
  const facts = sampleAwardFacts({ noticeNumber: `WIR-B-2026-${String(number).padStart(4, '0')}` });
  return awardNotice(facts);
}
