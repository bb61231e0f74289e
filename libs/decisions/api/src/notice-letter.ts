import {
  awardNotice,
  rejectionNotice,
  type AwardNoticeFacts,
  type NoticeSignature,
  type RejectionNoticeFacts,
} from '@wir/documents/domain';
import type { PdfRenderer, RenderedPdf, RenderOptions } from '@wir/documents/api';
import { partsOf, type LocalDate } from '@wir/shared/kernel';

/** What a notice says, complete: kept with the notice, and all that its PDF is made of. */
export type NoticeLetter =
  | { readonly kind: 'GRANT'; readonly facts: AwardNoticeFacts }
  | { readonly kind: 'REJECTION'; readonly facts: RejectionNoticeFacts };

export function renderNotice(
  renderer: PdfRenderer,
  letter: NoticeLetter,
  options: RenderOptions,
): Promise<RenderedPdf> {
  return letter.kind === 'GRANT'
    ? renderer.render('award-notice', awardNotice(letter.facts), options)
    : renderer.render('rejection-notice', rejectionNotice(letter.facts), options);
}

/** The notice bears the day of its signature; everything else stays as it was cosigned. */
export function signedLetter(letter: NoticeLetter, signature: NoticeSignature): NoticeLetter {
  const issued = { issuedOn: signature.signedOn, signature };
  return letter.kind === 'GRANT'
    ? { kind: 'GRANT', facts: { ...letter.facts, ...issued } }
    : { kind: 'REJECTION', facts: { ...letter.facts, ...issued } };
}

/**
 * Years after the signing year rest on an authorisation, the signing year on cash. A grant cosigned last year would say
 * it wrongly and must be previewed anew.
 */
export function isFromAnotherYear(letter: NoticeLetter, today: LocalDate): boolean {
  return letter.kind === 'GRANT' && partsOf(letter.facts.issuedOn).year !== partsOf(today).year;
}
