import type { ApplicationState } from '@wir/applications/domain';

/** A quick view is nothing but filters in the address; `state` null shows all. */
export interface ApplicationView {
  readonly label: string;
  readonly states: readonly ApplicationState[];
}

export const STAFF_VIEWS: readonly ApplicationView[] = [
  { label: 'applications.view.received', states: ['SUBMITTED'] },
  { label: 'applications.view.review', states: ['UNDER_REVIEW'] },
  { label: 'applications.view.waiting', states: ['INFO_REQUESTED'] },
  { label: 'applications.view.decision', states: ['REVIEWED', 'BUDGET_CONFIRMED'] },
  { label: 'applications.view.all', states: [] },
];

export const APPLICANT_VIEWS: readonly ApplicationView[] = [
  { label: 'applications.view.all', states: [] },
  { label: 'applications.view.drafts', states: ['DRAFT', 'READY_TO_SIGN'] },
];

/** A view is shown when the filter names its states and no others, in whatever order. */
export function isShown(view: ApplicationView, chosen: readonly string[]): boolean {
  return [...view.states].sort().join() === [...chosen].sort().join();
}

/** The address of a view; "all" takes the filter out. */
export function viewQuery({ states }: ApplicationView): Readonly<Record<string, string | null>> {
  return states.length > 0 ? { state: states.join() } : {};
}
