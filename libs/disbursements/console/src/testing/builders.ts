import type { DisbursementRequestDto, PaymentBlockDto, PaymentOrderDto } from '@wir/shared/contract';

export function aRequest(overrides: Partial<DisbursementRequestDto> = {}): DisbursementRequestDto {
  return {
    id: 'request-1',
    requestNumber: 'WIR-2026-M-00001',
    awardId: 'award-1',
    applicationId: 'case-1',
    caseNumber: 'WIR-2025-0001',
    applicantId: 'applicant-1',
    applicantName: 'Odenwaldkreis',
    year: 2026,
    amountCents: 6_000_000,
    repaidCents: 0,
    neededUntil: '2026-03-31',
    state: 'SUBMITTED',
    limits: { awardOpenCents: 60_000_000, trancheOpenCents: 12_000_000, yearCommittedCents: 12_000_000 },
    iban: 'DE89370400440532013000',
    ibanChangedAt: null,
    check: null,
    returnReason: null,
    order: null,
    actions: [],
    createdAt: '2026-02-09T08:00:00Z',
    updatedAt: '2026-02-09T08:00:00Z',
    version: 1,
    ...overrides,
  };
}

export function anOrder(overrides: Partial<PaymentOrderDto> = {}): PaymentOrderDto {
  return {
    id: 'order-1',
    orderNumber: 'WIR-2026-A-00001',
    disbursementRequestId: 'request-1',
    awardId: 'award-1',
    caseNumber: 'WIR-2025-0001',
    applicantName: 'Odenwaldkreis',
    year: 2026,
    amountCents: 6_000_000,
    repaidCents: 0,
    dueOn: '2026-03-31',
    state: 'ORDERED',
    iban: 'DE89370400440532013000',
    remittanceText: 'WIR-2025-0001',
    orderedAt: '2026-02-09T08:00:00Z',
    orderedBy: 'Christian Roth',
    paymentRunId: null,
    ...overrides,
  };
}

export function aBlock(overrides: Partial<PaymentBlockDto> = {}): PaymentBlockDto {
  return {
    id: 'block-1',
    awardId: 'award-1',
    caseNumber: 'WIR-2025-0001',
    applicantId: 'applicant-1',
    applicantName: 'Odenwaldkreis',
    reasonCode: 'MANUAL',
    reason: 'Rückfrage läuft',
    endsOn: null,
    state: 'ACTIVE',
    setAt: '2026-02-09T08:00:00Z',
    setBy: 'Anna Weber',
    liftedAt: null,
    liftedBy: null,
    liftReason: null,
    version: 1,
    actions: [],
    ...overrides,
  };
}
