import { nextWorkingDay, type LocalDate } from '@wir/shared/kernel';
import type { ComponentCap } from '@wir/programme/domain';
import type { ApplicationContent, Declarations, Period } from './application';
import { planProblems, type ApplicationProblem } from './plan-problems';

/** What the call demands of an application. */
export interface CallRules {
  readonly period: Period;
  readonly caps: readonly ComponentCap[];
}

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/;
const REQUIRED = {
  title: 'application.title-missing',
  purpose: 'application.purpose-missing',
  contactName: 'application.contact-name-missing',
} as const;

/** What still hinders submission, in the order of the form; empty means it may be signed and handed in. */
export function submissionProblems(application: ApplicationContent, call: CallRules): ApplicationProblem[] {
  const period = { start: application.periodStart, end: application.periodEnd };
  return [
    ...textProblems(application),
    ...periodProblems(period, call.period),
    ...planProblems(application.years, period, call.caps),
    ...declarationProblems(application.declarations),
    ...(application.attachments.some(({ kind }) => kind === 'CONCEPT')
      ? []
      : [{ path: 'attachments', code: 'application.concept-missing' } as const]),
  ];
}

function textProblems(application: ApplicationContent): ApplicationProblem[] {
  const problems: ApplicationProblem[] = [];
  for (const field of ['title', 'purpose', 'contactName'] as const) {
    if (application[field].trim() === '') problems.push({ path: field, code: REQUIRED[field] });
  }
  if (application.contactEmail.trim() === '')
    problems.push({ path: 'contactEmail', code: 'application.contact-email-missing' });
  else if (!EMAIL.test(application.contactEmail.trim()))
    problems.push({ path: 'contactEmail', code: 'application.contact-email-invalid' });
  return problems;
}

export function periodProblems(period: Period, callPeriod: Period): ApplicationProblem[] {
  if (period.start > period.end) return [{ path: 'periodEnd', code: 'application.period-empty' }];
  const problems: ApplicationProblem[] = [];
  if (period.start < callPeriod.start || period.start > callPeriod.end)
    problems.push({ path: 'periodStart', code: 'application.period-outside-call' });
  if (period.end > callPeriod.end || period.end < callPeriod.start)
    problems.push({ path: 'periodEnd', code: 'application.period-outside-call' });
  return problems;
}

function declarationProblems(declarations: Declarations): ApplicationProblem[] {
  const names = ['noPrematureStart', 'totalFinancingSecured', 'noDoubleFunding', 'noInputTaxDeduction'] as const;
  return names
    .filter((name) => !declarations[name])
    .map((name) => ({ path: `declarations.${name}`, code: 'application.declaration-missing' }));
}

/** A call's closing day is a term (Frist), so it moves to the next working day (§ 31 Abs. 3 HVwVfG). */
export function isLate(submittedOn: LocalDate, closesOn: LocalDate): boolean {
  return submittedOn > nextWorkingDay(closesOn);
}
