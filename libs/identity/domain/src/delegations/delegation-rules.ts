import { addMonths, addDays, DomainError, type LocalDate, type Problem } from '@wir/shared/kernel';
import { APPLICANT_ROLES, STAFF_ROLES, type Role } from '../roles';

/** Rights over cases and money can be exercised by a deputy; those of administrators, auditors and the press cannot. */
export const DELEGABLE_ROLES: readonly Role[] = [...STAFF_ROLES, ...APPLICANT_ROLES];

const LONGEST_MONTHS = 12;

export type DelegationCode =
  | 'delegation.own-person'
  | 'delegation.to-oneself'
  | 'delegation.not-yours'
  | 'delegation.other-authority'
  | 'delegation.absent-not-active'
  | 'delegation.deputy-not-active'
  | 'delegation.deputy-without-case-role'
  | 'delegation.role-not-delegable'
  | 'delegation.role-not-held'
  | 'delegation.period-reversed'
  | 'delegation.starts-in-past'
  | 'delegation.period-too-long';

export type DelegationProblem = Problem<DelegationCode>;

/** An account as far as deputising is concerned. `roles` are its own, never those it holds by delegation. */
export interface Party {
  readonly accountId: string;
  readonly personId: string;
  /** Null: an account of an authority. */
  readonly applicantId: string | null;
  readonly organisation: string;
  readonly isActive: boolean;
  readonly roles: readonly string[];
}

export interface DelegationWish {
  readonly roles: readonly string[];
  readonly validFrom: LocalDate;
  /** The last day on which it holds. */
  readonly validTo: LocalDate;
}

/** Whether one may deputise for the other at all: another natural person of the same municipality or the same authority. */
export function deputyProblem(absent: Party, deputy: Party): DelegationCode | null {
  if (deputy.personId === absent.personId) return 'delegation.own-person';
  if (!isSameBody(absent, deputy)) return 'delegation.other-authority';
  if (!deputy.isActive) return 'delegation.deputy-not-active';
  // Whoever administers accounts, audits or informs the press does not get into cases by deputising.
  return caseRolesOf(deputy).some((role) => deputy.roles.includes(role)) ? null : 'delegation.deputy-without-case-role';
}

export function delegationProblems(
  absent: Party,
  deputy: Party,
  wish: DelegationWish,
  today: LocalDate,
): DelegationProblem[] {
  const problems: DelegationProblem[] = [];
  if (!absent.isActive) problems.push({ path: 'absentAccountId', code: 'delegation.absent-not-active' });
  const deputyCode = deputyProblem(absent, deputy);
  if (deputyCode !== null) problems.push({ path: 'deputyAccountId', code: deputyCode });
  wish.roles.forEach((role, index) => {
    const code = roleProblem(absent, role);
    if (code !== null) problems.push({ path: `roles[${index}]`, code });
  });
  const periodCode = periodProblem(wish, today);
  if (periodCode !== null) problems.push({ path: 'validTo', code: periodCode });
  return problems;
}

/**
 * Who may arrange or end a delegation of `absent`: everybody for himself, head of unit and administration for the others of the
 * authority, the signatory for the own municipality. Rights that are themselves borrowed do not count.
 */
export function assertMayArrange(arranger: Party, absent: Party): void {
  if (arranger.accountId === absent.accountId) return;
  const isEntitled =
    absent.applicantId === null
      ? arranger.applicantId === null && hasOne(arranger, ['HEAD_OF_UNIT', 'ADMIN'])
      : arranger.applicantId === absent.applicantId && hasOne(arranger, ['APPLICANT_SIGNATORY']);
  if (!isEntitled) throw new DomainError('forbidden', 'delegation.not-yours');
}

/** Nobody gives himself the rights of somebody else. */
export function assertNotToOneself(arranger: Party, deputy: Party): void {
  if (arranger.personId === deputy.personId) throw new DomainError('forbidden', 'delegation.to-oneself');
}

/** Besides those who may arrange it, the deputy himself may give his delegation back. */
export function assertMayRevoke(revoker: Party, absent: Party, deputyAccountId: string): void {
  if (revoker.accountId !== deputyAccountId) assertMayArrange(revoker, absent);
}

function roleProblem(absent: Party, role: string): DelegationCode | null {
  if (!DELEGABLE_ROLES.some((delegable) => delegable === role)) return 'delegation.role-not-delegable';
  return absent.roles.includes(role) ? null : 'delegation.role-not-held';
}

function periodProblem({ validFrom, validTo }: DelegationWish, today: LocalDate): DelegationCode | null {
  if (validTo < validFrom) return 'delegation.period-reversed';
  if (validFrom < today) return 'delegation.starts-in-past';
  return validTo > addDays(addMonths(validFrom, LONGEST_MONTHS), -1) ? 'delegation.period-too-long' : null;
}

function isSameBody(one: Party, other: Party): boolean {
  if (one.applicantId !== other.applicantId) return false;
  return one.applicantId !== null || one.organisation === other.organisation;
}

function caseRolesOf({ applicantId }: Party): readonly Role[] {
  return applicantId === null ? STAFF_ROLES : APPLICANT_ROLES;
}

function hasOne({ roles }: Party, wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
