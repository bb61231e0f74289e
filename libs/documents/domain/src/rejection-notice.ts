import { DomainError } from '@wir/shared/kernel';
import { germanEuro } from './german-format';
import type { RejectionNoticeData } from './letter-data';
import {
  applicationReference,
  letterFrame,
  MINISTRY_LETTERHEAD,
  paragraph,
  paragraphs,
  paragraphTexts,
  privacySection,
  remedySection,
} from './letter-frame';
import type { RejectionNoticeFacts } from './notice-facts';

/** The Ablehnungsbescheid. A burdening act always gives its reasons (§ 39 Abs. 1 HVwVfG). */
export function rejectionNotice(facts: RejectionNoticeFacts): RejectionNoticeData {
  if (facts.reasons.trim() === '') throw new DomainError('unprocessable', 'document.reasons-missing');
  const letterhead = facts.letterhead ?? MINISTRY_LETTERHEAD;
  return {
    ...letterFrame(facts, `Ablehnungsbescheid Nr. ${facts.noticeNumber}`),
    opening: [`auf ${applicationReference(facts)} erlässt ${letterhead.authorityInSentence} folgenden Bescheid:`],
    sections: [
      {
        heading: 'Entscheidung',
        blocks: [
          paragraph(
            `Ihr Antrag auf eine Zuwendung von ${germanEuro(facts.requestedCents)} für das Vorhaben ` +
              `„${facts.applicationTitle}“ wird abgelehnt.`,
          ),
          { kind: 'facts', rows: [{ label: 'Antragsteller', value: facts.recipient.officialName }] },
        ],
      },
      {
        heading: 'Begründung',
        blocks: [
          ...paragraphs(facts.reasons),
          paragraph(
            'Auf die Gewährung einer Zuwendung besteht kein Rechtsanspruch. Die Bewilligungsbehörde entscheidet nach ' +
              'pflichtgemäßem Ermessen im Rahmen der verfügbaren Haushaltsmittel.',
          ),
        ],
      },
      privacySection(),
      remedySection(facts),
    ],
    closing: paragraphTexts(
      facts.closing ?? 'Für Rückfragen und für die Beratung zu einem neuen Antrag stehe ich Ihnen gern zur Verfügung.',
    ),
    annexes: [],
  };
}
