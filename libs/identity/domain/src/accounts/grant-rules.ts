import type { LocalDate, Problem } from '@wir/shared/kernel';
import { APPLICANT_ROLES, type Role } from '../roles';

export type GrantCode =
  | 'grant.applicant-role-only'
  | 'grant.authority-role-only'
  | 'grant.stands-alone'
  | 'grant.overlaps'
  | 'grant.period-reversed'
  | 'grant.starts-in-past';

/** Days, both inclusive; null = from now on, without end. */
export interface GrantPeriod {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

export interface HeldGrant extends GrantPeriod {
  readonly role: string;
}

export interface GrantWish extends GrantPeriod {
  readonly role: Role;
}

/** Whoever administers accounts has no case and no money; whoever audits writes nothing. Both hold no second role. */
const ALONE: readonly string[] = ['ADMIN', 'EXTERNAL_AUDITOR'];

/** What stands against giving a role to an account that holds others (`held`: not ended yet). */
export function grantProblems(
  account: { readonly applicantId: string | null; readonly held: readonly HeldGrant[] },
  wish: GrantWish,
  today: LocalDate,
): Problem<GrantCode>[] {
  const problems: Problem<GrantCode>[] = [];
  const isApplicantRole = APPLICANT_ROLES.includes(wish.role);
  if (account.applicantId !== null && !isApplicantRole)
    problems.push({ path: 'role', code: 'grant.applicant-role-only' });
  if (account.applicantId === null && isApplicantRole)
    problems.push({ path: 'role', code: 'grant.authority-role-only' });
  const concurrent = account.held.filter((held) => overlap(held, wish, today));
  if (concurrent.some(({ role }) => role === wish.role)) problems.push({ path: 'role', code: 'grant.overlaps' });
  else if (concurrent.some(({ role }) => ALONE.includes(role) || ALONE.includes(wish.role)))
    problems.push({ path: 'role', code: 'grant.stands-alone' });
  if (wish.validTo !== null && wish.validTo < (wish.validFrom ?? today))
    problems.push({ path: 'validTo', code: 'grant.period-reversed' });
  if (wish.validFrom !== null && wish.validFrom < today)
    problems.push({ path: 'validFrom', code: 'grant.starts-in-past' });
  return problems;
}

/** The roles a new account begins with, each looked at beside those before it. */
export function firstGrantProblems(
  applicantId: string | null,
  wishes: readonly GrantWish[],
  today: LocalDate,
): Problem<GrantCode>[] {
  return wishes.flatMap((wish, index) =>
    grantProblems({ applicantId, held: wishes.slice(0, index) }, wish, today).map(({ path, code }) => ({
      path: `roles[${index}].${path}`,
      code,
    })),
  );
}

function overlap(one: GrantPeriod, other: GrantPeriod, today: LocalDate): boolean {
  const startsBeforeEnd = (a: GrantPeriod, b: GrantPeriod): boolean =>
    b.validTo === null || (a.validFrom ?? today) <= b.validTo;
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}
