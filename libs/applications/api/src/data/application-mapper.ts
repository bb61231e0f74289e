import {
  applicationActions,
  CHECK_CODES,
  submissionProblems,
  type ApplicationContent,
  type ApplicationProblem,
  type ApplicationState,
  type CallRules,
} from '@wir/applications/domain';
import type { Actor } from '@wir/shared/api';
import type { ApplicationDto, DecisionDto } from '../dto/application.dto';
import type { ApplicationDetailRow } from './application-detail.queries';
import { toPlan } from './plan.queries';

/** States in which the applicant still works on the application. */
const SUBMITTABLE: readonly ApplicationState[] = ['DRAFT', 'READY_TO_SIGN', 'INFO_REQUESTED'];

const isoOf = (moment: Date | string): string => new Date(moment).toISOString();

export function toContent(row: ApplicationDetailRow): ApplicationContent {
  const { title, purpose, periodStart, periodEnd, contactName, contactEmail, attachments } = row;
  return {
    title,
    purpose,
    periodStart,
    periodEnd,
    contactName,
    contactEmail,
    declarations: declarationsOf(row),
    years: toPlan(row),
    attachments,
  };
}

export function toCallRules(row: ApplicationDetailRow): CallRules {
  return { period: { start: row.callPeriodStart, end: row.callPeriodEnd }, caps: row.caps };
}

export function toApplicationDto(row: ApplicationDetailRow, actor: Actor): ApplicationDto {
  const content = toContent(row);
  const problems = SUBMITTABLE.includes(row.state) ? submissionProblems(content, toCallRules(row)) : [];
  return {
    id: row.id,
    caseNumber: row.caseNumber,
    programmeCode: row.programmeCode,
    callCode: row.callCode,
    moduleCode: row.moduleCode,
    applicantId: row.applicantId,
    applicantCode: row.applicantCode,
    applicantName: row.applicantName,
    addresseeBody: row.addresseeBody,
    state: row.state,
    title: row.title,
    purpose: row.purpose,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    contactName: row.contactName,
    contactEmail: row.contactEmail,
    declarations: content.declarations,
    years: content.years.map((year) => ({ ...year, expenses: [...year.expenses], income: [...year.income] })),
    requestedCents: row.requestedCents,
    approvedCents: row.approvedCents,
    attachments: row.attachments.map((attachment) => ({ ...attachment, uploadedAt: isoOf(attachment.uploadedAt) })),
    informationRequests: row.informationRequests.map((entry) => ({
      ...entry,
      createdAt: isoOf(entry.createdAt),
      answeredAt: entry.answeredAt === null ? null : isoOf(entry.answeredAt),
    })),
    recommendation: actor.isStaff ? row.recommendation : null,
    decision: decisionOf(row),
    awardId: row.awardId,
    noticeId: row.noticeId,
    dueDate: row.dueDate,
    late: row.late,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submissionCount: row.submissionCount,
    assigneeName: row.assigneeName,
    problems: [...problems],
    actions: actionsOf(row, actor, problems),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

function declarationsOf({
  noPrematureStart,
  totalFinancingSecured,
  noDoubleFunding,
  noInputTaxDeduction,
}: ApplicationDetailRow): ApplicationDto['declarations'] {
  return { noPrematureStart, totalFinancingSecured, noDoubleFunding, noInputTaxDeduction };
}

function decisionOf({
  outcome,
  decisionReasons,
  decidedAt,
  decisionIsPublic,
}: ApplicationDetailRow): DecisionDto | null {
  if (!decisionIsPublic || outcome === null || decidedAt === null) return null;
  return { outcome, reasons: decisionReasons ?? '', decidedAt: decidedAt.toISOString() };
}

function actionsOf(
  row: ApplicationDetailRow,
  actor: Actor,
  problems: readonly ApplicationProblem[],
): ApplicationDto['actions'] {
  const openChecks = CHECK_CODES.filter((code) => !row.answeredChecks.includes(code)).length;
  const { reviewedBy, reviewedFor, budgetConfirmedBy, budgetConfirmedFor, state } = row;
  return applicationActions({
    state,
    roles: actor.roles,
    personId: actor.personId,
    ownRoles: actor.ownRoles,
    delegations: actor.delegations,
    isComplete: problems.length === 0,
    openChecks,
    reviewedBy: [reviewedBy, reviewedFor],
    budgetConfirmedBy: [budgetConfirmedBy, budgetConfirmedFor],
  });
}
