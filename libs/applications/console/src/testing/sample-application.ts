import type { ApplicationDto, FundingCallDto, PlanYearDto } from '@wir/shared/contract';

/** What the API would answer, for the specs of the screens; a spec writes out only what it is about. */
export function samplePlanYear(year: number, overrides: Partial<PlanYearDto> = {}): PlanYearDto {
  return {
    year,
    expenses: [{ component: 'COORDINATOR_POST', label: 'Koordination', fte: 2, months: 12, amountCents: 15_000_000 }],
    income: [{ kind: 'OWN', label: 'Eigenanteil', amountCents: 3_000_000 }],
    requestedCents: 12_000_000,
    ...overrides,
  };
}

export function sampleApplication(overrides: Partial<ApplicationDto> = {}): ApplicationDto {
  return {
    id: '6f0c1c0e-0000-4000-8000-000000000001',
    caseNumber: 'WIR-2026-0042',
    programmeCode: 'WIR',
    callCode: 'WIR-2026',
    moduleCode: 'DIVERSITY_CENTRE',
    applicantId: '6f0c1c0e-0000-4000-8000-00000000000a',
    applicantCode: 'WI',
    applicantName: 'Wiesbaden, Landeshauptstadt',
    addresseeBody: 'Magistrat der Landeshauptstadt Wiesbaden',
    state: 'DRAFT',
    title: 'WIR-Vielfaltszentrum',
    purpose: 'Vielfaltsorientierte Öffnung der Verwaltung',
    periodStart: '2026-01-01',
    periodEnd: '2027-12-31',
    contactName: 'Erika Beispiel',
    contactEmail: 'wir@stadt.example',
    declarations: {
      noPrematureStart: true,
      totalFinancingSecured: true,
      noDoubleFunding: true,
      noInputTaxDeduction: true,
    },
    years: [samplePlanYear(2026), samplePlanYear(2027)],
    requestedCents: 24_000_000,
    approvedCents: null,
    attachments: [],
    informationRequests: [],
    recommendation: null,
    decision: null,
    awardId: null,
    noticeId: null,
    dueDate: null,
    late: false,
    submittedAt: null,
    submissionCount: 0,
    assigneeName: null,
    problems: [],
    actions: [{ action: 'edit', allowed: true, reasonCode: null }],
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-01T08:00:00.000Z',
    version: 3,
    ...overrides,
  };
}

export const SAMPLE_CALL: FundingCallDto = {
  code: 'WIR-2026',
  title: 'Förderaufruf 2026',
  programmeCode: 'WIR',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesOn: '2026-06-30',
  periodStart: '2026-01-01',
  periodEnd: '2030-12-31',
  isOpen: true,
  modules: [
    {
      code: 'DIVERSITY_CENTRE',
      title: 'Kommunale WIR-Vielfaltszentren',
      components: [
        { code: 'COORDINATOR_POST', title: 'WIR-Koordinationskraft', capCentsPerUnitYear: 6_000_000, maxUnits: 2 },
        { code: 'ASSISTANT_POST', title: 'WIR-Mitarbeitsstelle', capCentsPerUnitYear: 2_000_000, maxUnits: 1 },
        { code: 'MICRO_PROJECT_FUND', title: 'Mikroprojekte', capCentsPerUnitYear: 500_000, maxUnits: 1 },
      ],
    },
  ],
};
