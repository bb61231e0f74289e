import type { ApplicationDto, BudgetDto, NoticeDto } from '@wir/shared/contract';

/** A grant of two years in draft; specs write out what they are about. */
export function sampleNotice(overrides: Partial<NoticeDto> = {}): NoticeDto {
  return {
    id: 'n1',
    noticeNumber: 'WIR-2026-B-0001',
    voidReason: null,
    fileReference: 'VI 4 - 58g 0401-0001/2026/001',
    kind: 'GRANT',
    state: 'DRAFT',
    applicationId: 'a1',
    caseNumber: 'WIR-2026-0001',
    awardId: 'w1',
    applicantId: 'p1',
    applicantName: 'Stadt Musterstadt',
    addresseeBody: 'Magistrat der Stadt Musterstadt',
    court: 'Verwaltungsgericht Gießen',
    texts: {
      purpose: 'Vielfalt',
      reasons: 'Gut',
      payoutRule: 'Auf Abruf',
      proofRule: 'Jährlich',
      closing: 'Viel Erfolg.',
    },
    ancillaryProvisions: [
      { type: 'OBLIGATION', text: 'Auf die Förderung hinweisen.', dueDate: null },
      { type: 'REVOCATION_RESERVE', text: 'Der Widerruf bleibt vorbehalten.', dueDate: null },
    ],
    years: [
      { year: 2026, amountCents: 12_000_000 },
      { year: 2027, amountCents: 8_000_000 },
    ],
    totalCents: 20_000_000,
    warnings: [],
    documentSha256: null,
    signedAt: null,
    signedBy: null,
    signedFor: null,
    channel: null,
    dispatchedOn: null,
    retrievedOn: null,
    appealWaivedOn: null,
    deemedNotifiedOn: null,
    appealEndsOn: null,
    finalOn: null,
    cosignRemark: null,
    actions: [
      { action: 'edit', allowed: true, reasonCode: null },
      { action: 'cosign', allowed: true, reasonCode: null },
    ],
    createdAt: '2026-03-02T08:00:00Z',
    updatedAt: '2026-03-02T08:00:00Z',
    version: 1,
    ...overrides,
  };
}

export function sampleApplication(overrides: Partial<ApplicationDto> = {}): ApplicationDto {
  return {
    id: 'a1',
    caseNumber: 'WIR-2026-0001',
    programmeCode: 'WIR',
    callCode: 'WIR-2026',
    moduleCode: 'DIVERSITY_CENTRE',
    applicantId: 'p1',
    applicantCode: 'MU',
    applicantName: 'Stadt Musterstadt',
    addresseeBody: 'Magistrat der Stadt Musterstadt',
    state: 'APPROVED',
    title: 'Vielfaltszentrum',
    purpose: 'Vielfalt vor Ort',
    periodStart: '2026-01-01',
    periodEnd: '2027-12-31',
    contactName: 'Erika Amt',
    contactEmail: 'amt@musterstadt.example',
    declarations: {
      noPrematureStart: true,
      totalFinancingSecured: true,
      noDoubleFunding: true,
      noInputTaxDeduction: true,
    },
    years: [],
    requestedCents: 20_000_000,
    attachments: [],
    informationRequests: [],
    recommendation: { years: [], reasons: '', proposedCents: 20_000_000 },
    decision: { outcome: 'APPROVED', reasons: '', decidedAt: '2026-03-02T08:00:00Z' },
    awardId: 'w1',
    noticeId: 'n1',
    late: false,
    approvedCents: null,
    dueDate: null,
    assigneeName: null,
    submittedAt: '2026-02-10T09:00:00Z',
    submissionCount: 1,
    problems: [],
    actions: [],
    createdAt: '2026-02-01T09:00:00Z',
    updatedAt: '2026-03-02T08:00:00Z',
    version: 9,
    ...overrides,
  };
}

export function sampleBudget(): BudgetDto {
  const row = {
    appropriatedCents: 440_000_000,
    lockedCents: 0,
    reservedCents: 24_000_000,
    committedCents: 174_000_000,
    orderedCents: 0,
    paidCents: 0,
    returnedCents: 0,
    lapsedCents: 0,
    freeCents: 128_000_000,
  };
  const years = [2026, 2027, 2028].map((year) => ({ ...row, year, state: 'OPEN' as const }));
  return { asOf: '2026-03-02T08:00:00Z', years, total: row, commitmentAuthorisations: [] };
}
