import { euros, localDate } from '@wir/shared/kernel';
import type { AwardNoticeFacts, AwardYearFacts, RejectionNoticeFacts } from './notice-facts';
import { standardAwardTexts, standardProvisions } from './standard-texts';

/** 120.000 € a year as granted to each of the 33 centres; the municipality adds what two posts really cost. */
export function sampleYear(year: number, overrides: Partial<AwardYearFacts> = {}): AwardYearFacts {
  return {
    year,
    amountCents: euros(120_000),
    source: year === 2026 ? 'CASH' : 'COMMITMENT_AUTHORISATION',
    expenses: [
      { label: 'WIR-Koordinationskraft (2,0 VZÄ)', amountCents: euros(152_400) },
      { label: 'Sachausgaben des Vielfaltszentrums', amountCents: euros(9_600) },
    ],
    ownFunds: [{ label: 'Eigenmittel der Kommune', amountCents: euros(37_000) }],
    thirdPartyFunds: [{ label: 'Drittmittel', amountCents: euros(5_000) }],
    ...overrides,
  };
}

/** A complete grant notice for tests, the bench and the eye. */
export function sampleAwardFacts(overrides: Partial<AwardNoticeFacts> = {}): AwardNoticeFacts {
  return {
    noticeNumber: 'WIR-B-2026-0017',
    fileReference: 'VI 4 - 58g 0401-0003/2026/017',
    issuedOn: localDate('2026-03-02'),
    contactName: 'Frau Schneider',
    recipient: {
      officialName: 'Landkreis Marburg-Biedenkopf',
      addresseeBody: 'Kreisausschuss des Landkreises Marburg-Biedenkopf',
      addressLines: ['Marburg'],
    },
    caseNumber: 'WIR-2026-0017',
    applicationTitle: 'WIR-Vielfaltszentrum Marburg-Biedenkopf',
    applicationSubmittedOn: localDate('2026-01-12'),
    applicationAmendedOn: localDate('2026-02-03'),
    requestedCents: euros(600_000),
    programmeTitle: 'Landesprogramm „WIR – Vielfalt und Teilhabe“ 2026–2030',
    moduleTitle: 'Kommunale WIR-Vielfaltszentren',
    court: 'VG Gießen',
    signature: {
      phrase: 'Im Auftrag',
      name: 'Dr. Katharina Vogel',
      office: 'Leiterin des Referats VI 4',
      signedOn: localDate('2026-03-02'),
    },
    financingType: 'FIXED_AMOUNT',
    periodStart: localDate('2026-01-01'),
    periodEnd: localDate('2030-12-31'),
    years: [2026, 2027, 2028, 2029, 2030].map((year) => sampleYear(year)),
    texts: standardAwardTexts({
      purpose:
        'Die Zuwendung dient dem Betrieb eines kommunalen WIR-Vielfaltszentrums. Zwei WIR-Koordinationskräfte steuern die ' +
        'vielfaltsorientierte Öffnung der Verwaltung und stärken die Willkommens- und Anerkennungskultur.\n' +
        'Ein Schwerpunkt liegt auf der Integration in den Arbeitsmarkt.',
    }),
    ancillaryProvisions: standardProvisions(localDate('2030-12-31')),
    ...overrides,
  };
}

export function sampleRejectionFacts(overrides: Partial<RejectionNoticeFacts> = {}): RejectionNoticeFacts {
  return {
    ...sampleAwardFacts(),
    noticeNumber: 'WIR-B-2026-0021',
    reasons:
      'Der Antrag erfüllt die Voraussetzungen der Förderrichtlinie nicht. Mit der Maßnahme wurde vor der Bewilligung begonnen, ' +
      'ohne dass eine Zustimmung zum vorzeitigen Maßnahmenbeginn vorlag.\n' +
      'Die nachgeforderten Unterlagen zur Gesamtfinanzierung wurden bis zum Ablauf der gesetzten Frist nicht eingereicht.',
    ...overrides,
  };
}
