// Agreed JSON shapes of /api/v1 (names = OpenAPI schema names = DTO class names). Cents are integers, days YYYY-MM-DD, moments ISO UTC.

export type Role = 'CASE_WORKER' | 'HEAD_OF_UNIT' | 'BUDGET_OFFICER' | 'PAYMENT_ORDERER' | 'EXTERNAL_AUDITOR' | 'PRESS_VIEWER' | 'ADMIN'
  | 'APPLICANT_EDITOR' | 'APPLICANT_FINANCE' | 'APPLICANT_SIGNATORY';
export interface PageOf<T> { items: T[]; total: number; page: number; pageSize: number; }            // named XxxPageDto in OpenAPI
export interface ProblemDto { type: string; title: string; status: number; code: string; detail: string; errors?: { path: string; code: string }[]; requestId: string; [extra: string]: unknown; }

// ---- identity
export interface MeDto { id: string; name: string; email: string; roles: Role[]; applicantId: string | null; applicantName: string | null; permissions: string[]; now: string; mode: 'demo' | 'production'; sessionExpiresAt: string; }
export interface TokenDto { accessToken: string; expiresInSeconds: number; }
export interface DemoAccountDto { email: string; name: string; roles: Role[]; applicantName: string | null; }   // GET /demo/accounts (public, demo only)

// ---- programme
export interface ApplicantDto { id: string; code: string; officialName: string; addresseeBody: string; kind: 'landkreis' | 'kreisfreie_stadt' | 'sonderstatusstadt'; officialKey: string; seatTown: string; governmentRegion: string; administrativeCourt: string; populationServed: number; }
export interface FundingCallDto { code: string; title: string; programmeCode: string; opensAt: string; closesOn: string; periodStart: string; periodEnd: string; isOpen: boolean;
  modules: { code: string; title: string; components: { code: string; title: string; capCentsPerUnitYear: number; maxUnits: number }[] }[]; }

// ---- applications
export type ApplicationState = 'DRAFT' | 'READY_TO_SIGN' | 'SUBMITTED' | 'INFO_REQUESTED' | 'UNDER_REVIEW' | 'REVIEWED' | 'BUDGET_CONFIRMED' | 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED';
export interface ApplicationListItemDto { id: string; caseNumber: string; applicantId: string; applicantCode: string; applicantName: string; moduleCode: string; title: string; state: ApplicationState; requestedCents: number; approvedCents: number | null; periodStart: string; periodEnd: string; dueDate: string | null; late: boolean; submittedAt: string | null; updatedAt: string; assigneeName: string | null; version: number; }
export interface ApplicationPageDto extends PageOf<ApplicationListItemDto> { sumRequestedCents: number; }
export interface ExpenseDto { component: 'COORDINATOR_POST' | 'ASSISTANT_POST' | 'MICRO_PROJECT_FUND' | 'MATERIAL_COST'; label: string; fte?: number | null; months?: number | null; amountCents: number; }
export interface IncomeDto { kind: 'OWN' | 'THIRD_PARTY'; label: string; amountCents: number; }
export interface PlanYearDto { year: number; expenses: ExpenseDto[]; income: IncomeDto[]; requestedCents: number; }
export interface DeclarationsDto { noPrematureStart: boolean; totalFinancingSecured: boolean; noDoubleFunding: boolean; noInputTaxDeduction: boolean; }
export interface AttachmentDto { id: string; kind: 'CONCEPT' | 'FINANCING_PLAN' | 'TARGET_AGREEMENT' | 'OTHER'; fileName: string; mediaType: string; sizeBytes: number; sha256: string; uploadedAt: string; uploadedBy: string; }
export interface InformationRequestDto { id: string; state: 'OPEN' | 'ANSWERED'; items: { field: string; reason: 'MISSING' | 'INCORRECT' | 'OUTDATED'; text: string }[]; dueDate: string; createdAt: string; createdBy: string; answeredAt: string | null; }
export interface ProposedYearDto { year: number; proposedCents: number; }
export interface ApplicationDto {
  id: string; caseNumber: string; programmeCode: string; callCode: string; moduleCode: string;
  applicantId: string; applicantCode: string; applicantName: string; addresseeBody: string;
  state: ApplicationState; title: string; purpose: string; periodStart: string; periodEnd: string; contactName: string; contactEmail: string;
  declarations: DeclarationsDto; years: PlanYearDto[]; requestedCents: number;
  attachments: AttachmentDto[]; informationRequests: InformationRequestDto[];
  recommendation: { years: ProposedYearDto[]; reasons: string; proposedCents: number } | null;   // null for applicants (field-level right)
  decision: { outcome: 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED'; reasons: string; decidedAt: string } | null; // for applicants only after the notice is notified
  awardId: string | null; noticeId: string | null; late: boolean; submittedAt: string | null; submissionCount: number;
  problems: { path: string; code: string }[];            // what still hinders submission (same domain function as the refusal)
  actions: ActionDto[];                                   // what this user may do now; disabled ones carry the reason
  createdAt: string; updatedAt: string; version: number;
}
export interface ActionDto { action: string; allowed: boolean; reasonCode: string | null; }   // action codes: see BRIEF
export interface CheckDto { code: string; group: 'FORMAL' | 'TECHNICAL' | 'FINANCIAL' | 'STATE_AID' | 'BUDGET'; question: string; source: string; automatic: { result: 'YES' | 'NO'; text: string } | null; result: 'YES' | 'NO' | 'NOT_APPLICABLE' | null; note: string; answeredBy: string | null; answeredAt: string | null; version: number; }
export interface CheckListDto { items: CheckDto[]; answered: number; total: number; }
export interface HistoryEntryDto { sequence: number; occurredAt: string; actorName: string; actorRole: string; action: string; fromState: string | null; toState: string | null; reason: string | null; changes: { field: string; before: unknown; after: unknown }[]; }
export interface HistoryDto { items: HistoryEntryDto[]; }

// ---- decisions
export type NoticeState = 'DRAFT' | 'IN_COSIGN' | 'SIGNED' | 'DISPATCHED' | 'NOT_RETRIEVED' | 'NOTIFIED' | 'APPEALED' | 'FINAL' | 'VOIDED';
export interface NoticeListItemDto { id: string; noticeNumber: string; kind: 'GRANT' | 'REJECTION'; state: NoticeState; applicationId: string; caseNumber: string; applicantName: string; totalCents: number; deemedNotifiedOn: string | null; finalOn: string | null; updatedAt: string; version: number; }
export interface AncillaryProvisionDto { type: 'TIME_LIMIT' | 'CONDITION' | 'REVOCATION_RESERVE' | 'OBLIGATION' | 'OBLIGATION_RESERVE'; text: string; dueDate?: string | null; }
export interface NoticeTextDto { purpose: string; reasons: string; payoutRule: string; proofRule: string; closing: string; }
export interface NoticeDto {
  id: string; noticeNumber: string; fileReference: string; kind: 'GRANT' | 'REJECTION'; state: NoticeState;
  applicationId: string; caseNumber: string; awardId: string | null; applicantId: string; applicantName: string; addresseeBody: string; court: string;
  texts: NoticeTextDto; ancillaryProvisions: AncillaryProvisionDto[]; years: { year: number; amountCents: number }[]; totalCents: number;
  warnings: { code: string; text: string }[];
  documentSha256: string | null;       // IN_COSIGN: SHA-256 of the previewed draft PDF; SIGNED and later: of the stored original
  signedAt: string | null; signedBy: string | null; channel: 'PORTAL' | 'POST' | 'HANDOVER' | null; dispatchedOn: string | null; retrievedOn: string | null; appealWaivedOn: string | null;
  deemedNotifiedOn: string | null; appealEndsOn: string | null; finalOn: string | null;
  cosignRemark: string | null; actions: ActionDto[]; createdAt: string; updatedAt: string; version: number;
}
export interface DeadlinesDto { deemedNotifiedOn: string | null; appealEndsOn: string | null; finalOn: string | null; reasoning: { date: string; text: string; source: string }[]; }
export interface TrancheDto { year: number; amountCents: number; requestedCents: number; orderedCents: number; paidCents: number; openCents: number; }
export interface BankAccountDto { id: string; iban: string; accountHolder: string; state: 'PROPOSED' | 'CONFIRMED' | 'SUPERSEDED'; proposedAt: string; proposedBy: string; confirmedAt: string | null; confirmedBy: string | null; actions: ActionDto[]; }
export interface AwardDto { id: string; awardNumber: string; applicationId: string; caseNumber: string; noticeId: string; applicantId: string; applicantName: string; state: 'PENDING' | 'COMMITTED' | 'FINAL' | 'VOIDED'; totalCents: number; tranches: TrancheDto[]; periodStart: string; periodEnd: string; declarationReceivedOn: string | null; bankAccount: BankAccountDto | null; payoutGates: { code: string; met: boolean; text: string; earliestDate: string | null }[]; actions: ActionDto[]; version: number; }

// ---- disbursements
export type DisbursementState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'CHECKED' | 'ORDERED' | 'EXPORTED' | 'PAID' | 'FAILED' | 'CANCELLED';
export interface DisbursementRequestDto { id: string; requestNumber: string; awardId: string; applicationId: string; caseNumber: string; applicantId: string; applicantName: string; year: number; amountCents: number; neededUntil: string; state: DisbursementState;
  limits: { trancheOpenCents: number; awardOpenCents: number; yearCommittedCents: number };
  iban: string | null; ibanChangedAt: string | null; check: { factual: boolean; arithmetical: boolean; note: string; checkedAt: string; checkedBy: string } | null; returnReason: string | null;
  order: { id: string; orderNumber: string; orderedAt: string; orderedBy: string; paymentRunId: string | null; documentNumber: string | null; valueDate: string | null; failureReason: string | null } | null;
  actions: ActionDto[]; createdAt: string; updatedAt: string; version: number; }
export interface PaymentOrderDto { id: string; orderNumber: string; disbursementRequestId: string; awardId: string; caseNumber: string; applicantName: string; year: number; amountCents: number; dueOn: string; state: 'ORDERED' | 'EXPORTED' | 'PAID' | 'FAILED' | 'CANCELLED'; iban: string; remittanceText: string; orderedAt: string; orderedBy: string; paymentRunId: string | null; }
export interface PaymentRunDto { id: string; runNumber: string; state: 'EXPORTED'; orderCount: number; sumCents: number; checksum: string; createdAt: string; createdBy: string; files: { format: 'pain.001' | 'csv'; sha256: string; sizeBytes: number }[]; orders: PaymentOrderDto[]; version: number; }
export interface PaymentReturnReportDto { id: string; fileName: string; sha256: string; importedAt: string; importedBy: string; rejected: boolean; code: string | null; rows: { line: number; orderNumber: string; outcome: 'BOOKED' | 'FAILED' | 'REPEATED' | 'REJECTED'; code?: string }[]; bookedCents: number; }

// ---- budget
export interface BudgetYearDto { year: number; state: 'PLANNED' | 'PROVISIONAL' | 'OPEN' | 'CASH_CLOSED' | 'CLOSED'; appropriatedCents: number; lockedCents: number; reservedCents: number; committedCents: number; orderedCents: number; paidCents: number; returnedCents: number; lapsedCents: number; freeCents: number; }
export interface BudgetDto { asOf: string; years: BudgetYearDto[]; total: Omit<BudgetYearDto, 'year' | 'state'>; commitmentAuthorisations: { budgetYear: number; dueYear: number; authorisedCents: number; usedCents: number; freeCents: number }[]; }
export interface TransferDto { id: string; bookedAt: string; valueDate: string; kind: string; fromAccount: string; toAccount: string; amountCents: number; signedCents: number; awardId: string | null; applicationId: string | null; caseNumber: string | null; applicantName: string | null; noticeNumber: string | null; orderNumber: string | null; bookedBy: string; reason: string | null; }
export interface TransferPageDto extends PageOf<TransferDto> { sumCents: number; }   // sumCents over ALL hits = the figure that was clicked
export interface ReconciliationDto { ok: boolean; checkedAt: string; findings: { check: string; row: string; expectedCents: number | null; actualCents: number | null }[]; }

// ---- notifications
export interface TaskDto { id: string; kind: string; objectType: 'APPLICATION' | 'NOTICE' | 'AWARD' | 'DISBURSEMENT_REQUEST' | 'PAYMENT_ORDER' | 'BANK_ACCOUNT'; objectId: string; caseNumber: string; applicantName: string; title: string; amountCents: number | null; dueDate: string | null; since: string; link: string; }
export interface TaskListDto { items: TaskDto[]; groups: { kind: string; count: number; sumCents: number }[]; nextDate: string | null; }

// ---- audit
export interface AuditEventDto { sequence: number; occurredAt: string; actorId: string | null; actorName: string; actorRole: string; action: string; objectType: string; objectId: string; objectVersion: number | null; reason: string | null; fromState: string | null; toState: string | null; before: unknown; after: unknown; requestId: string; hash: string; }
export interface AuditVerificationDto { ok: boolean; checked: number; firstBadSequence?: number; head: string; }
