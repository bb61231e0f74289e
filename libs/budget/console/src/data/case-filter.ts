import type { CaseFilter } from './budget-client';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address asks for; unreadable words filter nothing. */
export function caseFilterOf(applicantId: string | undefined, moduleCode: string | undefined): CaseFilter {
  return {
    ...(ID.test(applicantId ?? '') ? { applicantId } : {}),
    ...(/^\w{1,40}$/.test(moduleCode ?? '') ? { moduleCode } : {}),
  };
}

export function isFiltered(filter: CaseFilter): boolean {
  return filter.applicantId !== undefined || filter.moduleCode !== undefined;
}
