import type { DisbursementState } from '@wir/disbursements/domain';

/** A quick view is nothing but a filter in the address; no states shows all. */
export interface RequestView {
  readonly label: string;
  readonly states: readonly DisbursementState[];
}

export const STAFF_VIEWS: readonly RequestView[] = [
  { label: 'disbursements.view.all', states: [] },
  { label: 'disbursements.view.toCheck', states: ['SUBMITTED'] },
  { label: 'disbursements.view.checked', states: ['CHECKED'] },
  { label: 'disbursements.view.ordered', states: ['ORDERED'] },
  { label: 'disbursements.view.inRun', states: ['EXPORTED'] },
  { label: 'disbursements.view.paid', states: ['PAID'] },
  { label: 'disbursements.view.returned', states: ['RETURNED', 'FAILED'] },
];

export const APPLICANT_VIEWS: readonly RequestView[] = [
  { label: 'disbursements.view.all', states: [] },
  { label: 'disbursements.view.own', states: ['DRAFT', 'RETURNED', 'FAILED'] },
  { label: 'disbursements.view.running', states: ['SUBMITTED', 'CHECKED', 'ORDERED', 'EXPORTED'] },
  { label: 'disbursements.view.paid', states: ['PAID'] },
];

/** A view is shown when the filter names its states and no others, in whatever order. */
export function isShown(view: RequestView, chosen: readonly string[]): boolean {
  return [...view.states].sort().join() === [...chosen].sort().join();
}
