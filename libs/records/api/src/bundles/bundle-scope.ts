import type { BundleKind } from '@wir/records/domain';
import type { ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';

/** The rows a bundle is about, by kind of record; and whose events it shows in full. */
export interface BundleScope {
  readonly kind: BundleKind;
  readonly applicationIds: readonly string[];
  readonly noticeIds: readonly string[];
  readonly awardIds: readonly string[];
  readonly requestIds: readonly string[];
  readonly orderIds: readonly string[];
  readonly bankAccountIds: readonly string[];
  readonly runIds: readonly string[];
  readonly year: number | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const YEAR = /^20\d\d$/;

const LABELS: Readonly<Record<BundleKind, string>> = {
  CASE: `SELECT a.case_number || ' – ' || p.official_name AS label FROM applications.application a JOIN programme.applicant p ON p.id = a.applicant_id WHERE a.id = $1`,
  PAYMENT: `SELECT r.request_number || ' – ' || p.official_name AS label FROM disbursements.disbursement_request r JOIN programme.applicant p ON p.id = r.applicant_id WHERE r.id = $1`,
  BUDGET_YEAR: `SELECT y.year::text AS label FROM budget.budget_year y WHERE y.year = $1::integer LIMIT 1`,
};

/** What the bundle is called; refuses what does not exist. */
export async function labelOf(tx: ReadTx, kind: BundleKind, objectId: string): Promise<string> {
  const isPossible = (kind === 'BUDGET_YEAR' ? YEAR : UUID).test(objectId);
  const row = isPossible ? await tx.queryOne<{ label: string }>(LABELS[kind], [objectId]) : null;
  if (row === null) throw new DomainError('not-found', 'bundle.object-not-found');
  return row.label;
}

const IDS = `SELECT
  ARRAY(SELECT a.id::text FROM applications.application a WHERE a.id = ANY ($1) ORDER BY a.id) AS "applicationIds",
  ARRAY(SELECT n.id::text FROM decisions.notice n WHERE n.application_id = ANY ($1) ORDER BY n.notice_number) AS "noticeIds",
  ARRAY(SELECT w.id::text FROM decisions.award w WHERE w.application_id = ANY ($1) ORDER BY w.award_number) AS "awardIds",
  ARRAY(SELECT r.id::text FROM disbursements.disbursement_request r WHERE r.id = ANY ($2) ORDER BY r.request_number) AS "requestIds",
  ARRAY(SELECT o.id::text FROM disbursements.payment_order o WHERE o.disbursement_request_id = ANY ($2) ORDER BY o.order_number) AS "orderIds",
  ARRAY(SELECT b.id::text FROM disbursements.bank_account b WHERE b.id = ANY ($3) ORDER BY b.id) AS "bankAccountIds",
  ARRAY(SELECT DISTINCT o.payment_run_id::text FROM disbursements.payment_order o WHERE o.disbursement_request_id = ANY ($2) AND o.payment_run_id IS NOT NULL ORDER BY 1) AS "runIds"`;

const ROOTS: Readonly<Record<BundleKind, string>> = {
  CASE: `SELECT ARRAY[$1::uuid] AS applications,
    ARRAY(SELECT r.id FROM decisions.award w JOIN disbursements.disbursement_request r ON r.award_id = w.id WHERE w.application_id = $1) AS requests,
    ARRAY(SELECT b.id FROM decisions.award w JOIN disbursements.bank_account b ON b.applicant_id = w.applicant_id WHERE w.application_id = $1) AS "bankAccounts"`,
  PAYMENT: `SELECT ARRAY(SELECT w.application_id FROM disbursements.disbursement_request r JOIN decisions.award w ON w.id = r.award_id WHERE r.id = $1) AS applications,
    ARRAY[$1::uuid] AS requests,
    ARRAY(SELECT r.bank_account_id FROM disbursements.disbursement_request r WHERE r.id = $1 AND r.bank_account_id IS NOT NULL
      UNION SELECT o.bank_account_id FROM disbursements.payment_order o WHERE o.disbursement_request_id = $1) AS "bankAccounts"`,
  BUDGET_YEAR: `SELECT '{}'::uuid[] AS applications, ARRAY(SELECT r.id FROM disbursements.disbursement_request r WHERE r.year = $1::integer) AS requests,
    '{}'::uuid[] AS "bankAccounts"`,
};

interface Roots {
  readonly applications: readonly string[];
  readonly requests: readonly string[];
  readonly bankAccounts: readonly string[];
}

export async function scopeOf(tx: ReadTx, kind: BundleKind, objectId: string): Promise<BundleScope> {
  const roots = await tx.queryOne<Roots>(ROOTS[kind], [objectId]);
  if (!roots) throw new Error('The roots of a bundle could not be read');
  const ids = await tx.queryOne<Omit<BundleScope, 'kind' | 'year'>>(IDS, [
    roots.applications,
    roots.requests,
    roots.bankAccounts,
  ]);
  if (!ids) throw new Error('The rows of a bundle could not be read');
  return { ...ids, kind, year: kind === 'BUDGET_YEAR' ? Number(objectId) : null };
}

/** Whose events the bundle holds in full, as pairs of type and id. Other payments of the same case are not of a payment's. */
export function trailObjects(scope: BundleScope): { readonly types: string[]; readonly ids: string[] } {
  const isCase = scope.kind === 'CASE';
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['APPLICATION', isCase ? scope.applicationIds : []],
    ['NOTICE', scope.noticeIds],
    ['AWARD', scope.awardIds],
    ['DISBURSEMENT_REQUEST', scope.requestIds],
    ['PAYMENT_ORDER', scope.orderIds],
    ['BANK_ACCOUNT', scope.bankAccountIds],
    ['PAYMENT_RUN', isCase ? [] : scope.runIds],
    ['BUDGET_YEAR', scope.year === null ? [] : [String(scope.year)]],
  ];
  return {
    types: parts.flatMap(([type, ids]) => ids.map(() => type)),
    ids: parts.flatMap(([, ids]) => [...ids]),
  };
}
