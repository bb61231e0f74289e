import { addDays, nextWorkingDay, type LocalDate } from '@wir/shared/kernel';
import { programmeParameterAt } from '@wir/programme/domain';
import type { ApplicationProblem } from './plan-problems';

export const REQUEST_REASONS = ['MISSING', 'INCORRECT', 'OUTDATED'] as const;
export type RequestReason = (typeof REQUEST_REASONS)[number];

/** One item of an information request (Nachforderung). */
export interface InformationRequestItem {
  readonly field: string;
  readonly reason: RequestReason;
  readonly text: string;
}

/** Three weeks by default, ending on a working day. */
export function informationRequestDueDate(
  today: LocalDate,
  days = programmeParameterAt('info_request_days', today),
): LocalDate {
  return nextWorkingDay(addDays(today, days));
}

export function informationRequestProblems(
  items: readonly InformationRequestItem[],
  dueDate: LocalDate,
  today: LocalDate,
): ApplicationProblem[] {
  const problems: ApplicationProblem[] = [];
  if (items.length === 0) problems.push({ path: 'items', code: 'application.items-missing' });
  items.forEach(({ text }, index) => {
    if (text.trim() === '') problems.push({ path: `items[${index}].text`, code: 'application.item-text-missing' });
  });
  if (dueDate <= today) problems.push({ path: 'dueDate', code: 'application.due-date-not-after-today' });
  return problems;
}
