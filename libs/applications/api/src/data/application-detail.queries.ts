import type { ApplicationState, AttachmentKind, CheckSubject, DecisionOutcome } from '@wir/applications/domain';
import type { ComponentCap, ModuleCode } from '@wir/programme/domain';
import type { ReadTx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import type { InformationRequestDto } from '../dto/information-request.dto';
import type { RecommendationDto } from '../dto/recommendation.dto';
import { applicationNotFound } from './application.repository';
import { PLAN_COLUMNS, type PlanRows } from './plan.queries';
import { visibleColumns } from './visible-columns';

/** Moments inside JSON columns are text. */
export interface AttachmentRow {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

export interface ApplicationDetailRow extends PlanRows {
  readonly id: string;
  readonly caseNumber: string;
  readonly programmeCode: string;
  readonly callCode: string;
  readonly callPeriodStart: LocalDate;
  readonly callPeriodEnd: LocalDate;
  readonly callClosesOn: LocalDate;
  readonly callIsCutOff: boolean;
  readonly caps: readonly ComponentCap[];
  readonly moduleCode: ModuleCode;
  readonly applicantId: string;
  readonly applicantCode: string;
  readonly applicantName: string;
  readonly applicantKind: CheckSubject['applicantKind'];
  readonly addresseeBody: string;
  readonly state: ApplicationState;
  readonly title: string;
  readonly purpose: string;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly noPrematureStart: boolean;
  readonly totalFinancingSecured: boolean;
  readonly noDoubleFunding: boolean;
  readonly noInputTaxDeduction: boolean;
  readonly requestedCents: number;
  readonly approvedCents: number | null;
  readonly dueDate: LocalDate | null;
  readonly late: boolean;
  readonly submittedAt: Date | null;
  readonly submittedOn: LocalDate | null;
  readonly submissionCount: number;
  readonly assigneeName: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedFor: string | null;
  readonly budgetConfirmedBy: string | null;
  readonly budgetConfirmedFor: string | null;
  readonly outcome: DecisionOutcome | null;
  readonly decisionReasons: string | null;
  readonly decidedAt: Date | null;
  readonly decisionIsPublic: boolean;
  readonly awardId: string | null;
  readonly noticeId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  readonly attachments: readonly AttachmentRow[];
  readonly informationRequests: readonly InformationRequestDto[];
  readonly recommendation: RecommendationDto | null;
  readonly answeredChecks: readonly string[];
}

/** One statement for the whole case. Parts that only the staff may see are not even asked for otherwise. */
function detailSql(isStaff: boolean): string {
  const visible = visibleColumns(isStaff);
  return `
SELECT a.id, a.case_number AS "caseNumber", p.code AS "programmeCode", c.code AS "callCode", c.period_start AS "callPeriodStart", c.period_end AS "callPeriodEnd",
  c.closes_on AS "callClosesOn", c.is_cut_off AS "callIsCutOff",
  a.module_code AS "moduleCode", a.applicant_id AS "applicantId", m.code AS "applicantCode", m.official_name AS "applicantName", m.kind AS "applicantKind", m.addressee_body AS "addresseeBody",
  ${visible.state} AS state, a.title, a.purpose, a.period_start AS "periodStart", a.period_end AS "periodEnd", a.contact_name AS "contactName", a.contact_email AS "contactEmail",
  a.no_premature_start AS "noPrematureStart", a.total_financing_secured AS "totalFinancingSecured", a.no_double_funding AS "noDoubleFunding",
  a.no_input_tax_deduction AS "noInputTaxDeduction", a.requested_cents AS "requestedCents", ${visible.approvedCents} AS "approvedCents", a.due_date AS "dueDate", a.late,
  a.submitted_at AS "submittedAt", (a.submitted_at AT TIME ZONE 'Europe/Berlin')::date AS "submittedOn", a.submission_count AS "submissionCount",
  CASE WHEN ${visible.assigneeAccountId} IS NOT NULL THEN ${visible.staffName('a.assignee_account_id')} END AS "assigneeName",
  a.reviewed_by_person_id AS "reviewedBy", a.budget_confirmed_by_person_id AS "budgetConfirmedBy",
  a.reviewed_for_person_id AS "reviewedFor", a.budget_confirmed_for_person_id AS "budgetConfirmedFor",
  a.outcome, a.decision_reasons AS "decisionReasons", a.decided_at AS "decidedAt", ${visible.decisionIsPublic} AS "decisionIsPublic",
  ${visible.awardId} AS "awardId", ${visible.noticeId} AS "noticeId", a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.version,
  (SELECT coalesce(json_agg(json_build_object('component', k.component_code, 'capCentsPerUnitYear', k.cap_cents_per_unit_year, 'maxUnits', k.max_units) ORDER BY k.position), '[]')
   FROM programme.module_component k WHERE k.call_id = a.call_id AND k.module_code = a.module_code) AS caps,
  ${PLAN_COLUMNS},
  (SELECT coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'fileName', t.file_name, 'mediaType', t.media_type, 'sizeBytes', t.size_bytes, 'sha256', t.sha256,
     'uploadedAt', t.uploaded_at, 'uploadedBy', identity.name_of(t.uploaded_by_account_id)) ORDER BY t.uploaded_at, t.id), '[]')
   FROM applications.attachment t WHERE t.application_id = a.id) AS attachments,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'state', i.state, 'items', i.items, 'dueDate', i.due_date, 'createdAt', i.created_at,
     'createdBy', ${visible.staffName('i.created_by_account_id')}, 'answeredAt', i.answered_at) ORDER BY i.created_at, i.id), '[]')
   FROM applications.information_request i WHERE i.application_id = a.id) AS "informationRequests",
  ${isStaff ? STAFF_COLUMNS : `NULL AS recommendation, '{}'::text[] AS "answeredChecks"`}
FROM applications.application a
JOIN programme.programme p ON p.id = a.programme_id JOIN programme.funding_call c ON c.id = a.call_id JOIN programme.applicant m ON m.id = a.applicant_id
WHERE a.id = $1`;
}

const STAFF_COLUMNS = `
  (SELECT json_build_object('reasons', r.reasons, 'proposedCents', p.cents, 'years', p.years)
   FROM applications.recommendation r CROSS JOIN LATERAL (
     SELECT coalesce(sum(y.proposed_cents), 0)::bigint AS cents,
       coalesce(json_agg(json_build_object('year', y.year, 'proposedCents', y.proposed_cents) ORDER BY y.year), '[]') AS years
     FROM applications.recommendation_year y WHERE y.application_id = r.application_id) p
   WHERE r.application_id = a.id) AS recommendation,
  ARRAY(SELECT k.check_code FROM applications.check_answer k WHERE k.application_id = a.id) AS "answeredChecks"`;

const FOR_STAFF = detailSql(true);
const FOR_APPLICANTS = detailSql(false);

export async function findApplicationDetail(tx: ReadTx, id: string): Promise<ApplicationDetailRow> {
  const row = await tx.queryOne<ApplicationDetailRow>(tx.actor.isStaff ? FOR_STAFF : FOR_APPLICANTS, [id]);
  if (row === null) throw applicationNotFound();
  return row;
}
