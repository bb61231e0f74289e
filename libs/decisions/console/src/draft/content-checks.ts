import { noticeChecklist, type ContentCheck, type NoticeContent } from '@wir/decisions/domain';
import type { ApplicationDto, NoticeDto } from '@wir/shared/contract';
import { berlinDay, cents, fiscalYear, localDate, parseLocalDate } from '@wir/shared/kernel';
import type { DraftValue, TextField } from './draft-value';
import { provisionsToSend } from './draft-value';

/** The contents of the law, looked for in what stands in the form at this moment: the same rule as on the server. */
export function contentChecks(notice: NoticeDto, application: ApplicationDto, draft: DraftValue): ContentCheck[] {
  return noticeChecklist(contentOf(notice, application, draft));
}

/** The field of the form in which a fault is mended; none where the data themselves are at fault. */
const FIELD_OF: Readonly<Partial<Record<NonNullable<ContentCheck['code']>, TextField | 'provisions'>>> = {
  'notice.purpose-missing': 'purpose',
  'notice.payout-rule-missing': 'payoutRule',
  'notice.proof-rule-missing': 'proofRule',
  'notice.reasons-missing': 'reasons',
  'notice.provisions-missing': 'provisions',
  'notice.revocation-reserve-missing': 'provisions',
};

export function fieldOf(code: ContentCheck['code']): TextField | 'provisions' | null {
  return code ? (FIELD_OF[code] ?? null) : null;
}

function contentOf(notice: NoticeDto, application: ApplicationDto, draft: DraftValue): NoticeContent {
  const decided = application.recommendation?.proposedCents ?? notice.totalCents;
  return {
    kind: notice.kind,
    fileReference: notice.fileReference,
    caseNumber: notice.caseNumber,
    applicationSubmittedOn: application.submittedAt ? berlinDay(new Date(application.submittedAt)) : null,
    applicantName: notice.applicantName,
    addresseeBody: notice.addresseeBody,
    court: notice.court,
    texts: draft.texts,
    ancillaryProvisions: provisionsToSend(draft.provisions).map(({ type, text, dueDate }) => ({
      type,
      text,
      dueDate: parseLocalDate(dueDate ?? ''),
    })),
    periodStart: localDate(application.periodStart),
    periodEnd: localDate(application.periodEnd),
    years: notice.years.map(({ year, amountCents }) => ({ year: fiscalYear(year), amountCents: cents(amountCents) })),
    totalCents: cents(notice.totalCents),
    decidedCents: cents(decided),
    isCut: notice.totalCents < application.requestedCents,
  };
}
