import { cents, sum, type Cents } from '@wir/shared/kernel';
import type { DisbursementState } from './disbursement-state';

/** What has happened to the tranche of one year. `open` is what may still be requested. */
export interface TrancheFigures {
  readonly amountCents: Cents;
  readonly requestedCents: Cents;
  readonly orderedCents: Cents;
  readonly paidCents: Cents;
  readonly openCents: Cents;
}

type Part = 'requested' | 'ordered' | 'paid' | null;

/** Drafts bind nothing; a failed or returned one is free again until it is submitted anew. */
const PART_OF: Readonly<Record<DisbursementState, Part>> = {
  DRAFT: null,
  SUBMITTED: 'requested',
  RETURNED: null,
  CHECKED: 'requested',
  ORDERED: 'ordered',
  EXPORTED: 'ordered',
  PAID: 'paid',
  FAILED: null,
  CANCELLED: null,
};

export function trancheFigures(
  amountCents: Cents,
  requests: readonly { readonly state: DisbursementState; readonly amountCents: Cents }[],
): TrancheFigures {
  const part = (wanted: Part): Cents =>
    sum(requests.filter(({ state }) => PART_OF[state] === wanted).map((request) => request.amountCents));
  const [requestedCents, orderedCents, paidCents] = [part('requested'), part('ordered'), part('paid')];
  return {
    amountCents,
    requestedCents,
    orderedCents,
    paidCents,
    openCents: cents(amountCents - requestedCents - orderedCents - paidCents),
  };
}
