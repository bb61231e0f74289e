import { cents, euros, fiscalYear, localDate } from '@wir/shared/kernel';
import { defaultProvisions } from './ancillary-provisions';
import { NOTICE_CONTENTS, noticeChecklist, noticeWarnings, type NoticeContent } from './notice-contents';
import { defaultNoticeTexts } from './notice-texts';

function aNotice(overrides: Partial<NoticeContent> = {}): NoticeContent {
  return {
    kind: 'GRANT',
    fileReference: 'VI 4 - 58g 0401-0003/2026/012',
    caseNumber: 'WIR-2026-0017',
    applicationSubmittedOn: localDate('2026-03-02'),
    applicantName: 'Landkreis Kassel',
    addresseeBody: 'Kreisausschuss des Landkreises Kassel',
    court: 'VG Kassel',
    texts: defaultNoticeTexts({ kind: 'GRANT', purpose: 'WIR-Vielfaltszentrum', reasons: '' }),
    ancillaryProvisions: defaultProvisions(localDate('2030-12-31')),
    periodStart: localDate('2026-01-01'),
    periodEnd: localDate('2030-12-31'),
    years: [2026, 2027].map((year) => ({ year: fiscalYear(year), amountCents: euros(120_000) })),
    totalCents: euros(240_000),
    decidedCents: euros(240_000),
    isCut: false,
    ...overrides,
  };
}

const codes = (overrides: Partial<NoticeContent>): string[] =>
  noticeWarnings(aNotice(overrides)).map(({ code }) => code);

describe('the contents of a grant notice', () => {
  it('are twenty, all present with the default texts', () => {
    expect(NOTICE_CONTENTS.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(noticeChecklist(aNotice())).toHaveLength(20);
    expect(noticeWarnings(aNotice())).toEqual([]);
  });

  it.each<[string, Partial<NoticeContent>, string]>([
    ['no file reference', { fileReference: ' ' }, 'notice.file-reference-missing'],
    ['no addressee body', { addresseeBody: '' }, 'notice.recipient-missing'],
    ['no application day', { applicationSubmittedOn: null }, 'notice.application-reference-missing'],
    ['no court', { court: '' }, 'notice.court-missing'],
    ['a court that does not exist', { court: 'Verwaltungsgericht Fulda' }, 'notice.court-missing'],
    [
      'a total above the sum of the years',
      { totalCents: cents(24_000_001), decidedCents: euros(500_000) },
      'notice.years-differ-from-total',
    ],
    ['more than was decided', { decidedCents: euros(239_999) }, 'notice.total-over-decision'],
    ['a year after the period', { periodEnd: localDate('2026-12-31') }, 'notice.year-outside-period'],
    ['no provisions', { ancillaryProvisions: [{ type: 'REVOCATION_RESERVE', text: '' }] }, 'notice.provisions-missing'],
    ['no reserve', { ancillaryProvisions: [{ type: 'OBLIGATION', text: 'x' }] }, 'notice.revocation-reserve-missing'],
    ['a cut without reasons', { isCut: true, texts: { ...aNotice().texts, reasons: '' } }, 'notice.reasons-missing'],
    ['no purpose', { texts: { ...aNotice().texts, purpose: '' } }, 'notice.purpose-missing'],
    ['no payout rule', { texts: { ...aNotice().texts, payoutRule: '' } }, 'notice.payout-rule-missing'],
    ['no proof rule', { texts: { ...aNotice().texts, proofRule: ' ' } }, 'notice.proof-rule-missing'],
  ])('warn of %s', (_what, overrides, code) => {
    expect(codes(overrides)).toEqual([code]);
  });
});

describe('the contents of a rejection', () => {
  const rejection: Partial<NoticeContent> = {
    kind: 'REJECTION',
    years: [],
    totalCents: cents(0),
    decidedCents: cents(0),
    ancillaryProvisions: [],
  };

  it('need no money but reasons', () => {
    const texts = (reasons: string) => defaultNoticeTexts({ kind: 'REJECTION', purpose: 'x', reasons });

    expect(codes({ ...rejection, texts: texts('Die Haushaltsmittel sind erschöpft.') })).toEqual([]);
    expect(codes({ ...rejection, texts: texts(' ') })).toEqual(['notice.reasons-missing']);
  });
});
