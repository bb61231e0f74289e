import type { ApplicationState } from '@wir/applications/domain';

/** What a person may know of an application `a`, as SQL. The only place that decides it: lists, sums, filters and details use it alike. */
export interface VisibleColumns {
  readonly state: string;
  readonly approvedCents: string;
  readonly awardId: string;
  readonly noticeId: string;
  readonly assigneeAccountId: string;
  /** Name of a member of the staff; a municipality deals with the authority, not with a person. */
  readonly staffName: (accountId: string) => string;
  /** The decision with its reasons may be shown. */
  readonly decisionIsPublic: string;
}

/** Steps inside the authority: to the municipality they are all "in Prüfung". */
const INTERNAL_STATES: readonly ApplicationState[] = ['REVIEWED', 'BUDGET_CONFIRMED'];
const DECIDED_STATES: readonly ApplicationState[] = ['APPROVED', 'PARTLY_APPROVED', 'REJECTED'];

const literals = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const noticeIsIn = (...states: string[]): string =>
  `EXISTS (SELECT 1 FROM decisions.notice n WHERE n.id = a.notice_id AND n.state IN (${literals(states)}))`;

/** A decision takes effect towards the person concerned when it is made known (§ 43 Abs. 1 HVwVfG); until dispatch it is internal. */
const DISPATCHED = noticeIsIn('DISPATCHED', 'NOT_RETRIEVED', 'NOTIFIED', 'APPEALED', 'FINAL');
const NOTIFIED = noticeIsIn('NOTIFIED', 'APPEALED', 'FINAL');

const FOR_STAFF: VisibleColumns = {
  state: 'a.state',
  approvedCents: 'a.approved_cents',
  awardId: 'a.award_id',
  noticeId: 'a.notice_id',
  assigneeAccountId: 'a.assignee_account_id',
  staffName: (accountId) => `identity.name_of(${accountId})`,
  decisionIsPublic: 'true',
};

const FOR_APPLICANTS: VisibleColumns = {
  state: `CASE WHEN a.state IN (${literals(INTERNAL_STATES)}) OR (a.state IN (${literals(DECIDED_STATES)}) AND NOT ${DISPATCHED}) THEN 'UNDER_REVIEW' ELSE a.state END`,
  approvedCents: `CASE WHEN ${DISPATCHED} THEN a.approved_cents END`,
  awardId: `CASE WHEN ${DISPATCHED} THEN a.award_id END`,
  noticeId: `CASE WHEN ${DISPATCHED} THEN a.notice_id END`,
  assigneeAccountId: 'NULL::uuid',
  staffName: (accountId) => `(SELECT n.organisation FROM identity.account_names(ARRAY[${accountId}]) n)`,
  decisionIsPublic: NOTIFIED,
};

export function visibleColumns(isStaff: boolean): VisibleColumns {
  return isStaff ? FOR_STAFF : FOR_APPLICANTS;
}

/** The same for states that stand in the trail. Decisions come there only when public, so they stay what they are. */
export function visibleState(state: string | null, isStaff: boolean): string | null {
  return !isStaff && INTERNAL_STATES.some((internal) => internal === state) ? 'UNDER_REVIEW' : state;
}
