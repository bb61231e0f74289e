import type {
  PaymentDiscrepancyDto,
  PaymentReturnReportDto,
  PaymentReturnRowDto,
  PaymentRunDto,
} from '@wir/shared/contract';
import { anOrder } from './builders';

export function aRun(overrides: Partial<PaymentRunDto> = {}): PaymentRunDto {
  return {
    id: 'run-1',
    runNumber: 'WIR-2026-L-00001',
    state: 'FROZEN',
    orderCount: 1,
    sumCents: 6_000_000,
    checksum: 'ab12',
    createdAt: '2026-03-02T08:00:00Z',
    createdBy: 'Christian Roth',
    release: 'SECOND_PERSON',
    releasedAt: null,
    releasedBy: null,
    exportedAt: null,
    takenBackAt: null,
    takenBackBy: null,
    takenBackReason: null,
    files: [],
    openCount: 1,
    orders: [anOrder()],
    actions: [],
    version: 1,
    ...overrides,
  };
}

export function aRow(overrides: Partial<PaymentReturnRowDto> = {}): PaymentReturnRowDto {
  return {
    line: 2,
    orderNumber: 'WIR-2026-A-00001',
    outcome: 'BOOKED',
    amountCents: 6_000_000,
    expectedCents: 6_000_000,
    valueDate: '2026-03-02',
    documentNumber: 'B-1',
    discrepancyId: null,
    ...overrides,
  };
}

export function aReport(overrides: Partial<PaymentReturnReportDto> = {}): PaymentReturnReportDto {
  return {
    id: 'report-1',
    fileName: 'ruecklauf.csv',
    sha256: 'ab',
    importedAt: '2026-03-02T08:00:00Z',
    importedBy: 'Petra Lindner',
    rejected: false,
    code: null,
    bookedCents: 6_000_000,
    format: 'CSV',
    dryRun: false,
    rows: [aRow()],
    totals: [{ outcome: 'BOOKED', count: 1, amountCents: 6_000_000 }],
    ...overrides,
  };
}

export function aDiscrepancy(overrides: Partial<PaymentDiscrepancyDto> = {}): PaymentDiscrepancyDto {
  return {
    id: 'discrepancy-1',
    kind: 'DIFFERENT_AMOUNT',
    state: 'OPEN',
    paymentReturnId: 'report-1',
    fileName: 'ruecklauf.csv',
    line: 3,
    paymentOrderId: 'order-1',
    disbursementRequestId: 'request-1',
    orderNumber: 'WIR-2026-A-00001',
    caseNumber: 'WIR-2025-0001',
    applicantName: 'Odenwaldkreis',
    expectedCents: 6_000_000,
    actualCents: 5_999_999,
    valueDate: '2026-03-02',
    documentNumber: 'B-1',
    code: null,
    detail: '',
    note: null,
    openedBy: 'Petra Lindner',
    openedAt: '2026-03-02T08:00:00Z',
    assigneeAccountId: null,
    assignee: null,
    assignedAt: null,
    settledAt: null,
    settledBy: null,
    resolution: null,
    documentReference: null,
    version: 1,
    actions: [],
    ...overrides,
  };
}
