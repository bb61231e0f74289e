import { standardAwardTexts } from '@wir/documents/domain';
import type { NoticeKind } from './notice-state';

/** The text blocks of a notice that a case worker edits; amounts, dates and court come from the data. */
export interface NoticeTexts {
  readonly purpose: string;
  readonly reasons: string;
  readonly payoutRule: string;
  readonly proofRule: string;
  readonly closing: string;
}

export interface TextFacts {
  readonly kind: NoticeKind;
  /** Purpose of the application, else its title. */
  readonly purpose: string;
  /** Reasons of the decision; for a cut or a rejection they are the core of the notice (§ 39 HVwVfG). */
  readonly reasons: string;
}

export function defaultNoticeTexts({ kind, purpose, reasons }: TextFacts): NoticeTexts {
  if (kind === 'GRANT') return standardAwardTexts({ purpose, reasons });
  return {
    purpose,
    reasons,
    payoutRule: '',
    proofRule: '',
    closing: 'Für Rückfragen und für die Beratung zu einem neuen Antrag stehe ich Ihnen gern zur Verfügung.',
  };
}
