import { assertDifferentPersons, type ActingPersons, type ActorRole } from '@wir/identity/domain';
import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { DisbursementCode } from './codes';
import { DISBURSEMENT_PERMISSIONS } from './permissions';

/** What does not fit: between the cash office and the case, the register of exports, or at the nightly comparison. */
export const PAYMENT_DISCREPANCY_KINDS = {
  UNKNOWN_ORDER: 'Anordnung unbekannt',
  DIFFERENT_AMOUNT: 'Betrag weicht ab',
  ALREADY_PAID: 'schon anders gebucht',
  NOT_EXPORTED: 'war in keinem Zahlungslauf',
  DIFFERENT_YEAR: 'Wertstellung in anderem Haushaltsjahr',
  UNMATCHED_REPAYMENT: 'Rückzahlung ohne Zuordnung',
  OVERPAID_REPAYMENT: 'Rückzahlung höher als gezahlt',
  REGISTER_UNKNOWN: 'im Ausgaberegister, hier unbekannt',
  RECONCILIATION: 'Abweichung beim Abgleich',
} as const;

export type PaymentDiscrepancyKind = keyof typeof PAYMENT_DISCREPANCY_KINDS;
export type PaymentDiscrepancyState = 'OPEN' | 'ASSIGNED' | 'RESOLVED' | 'WAIVED';
export type PaymentDiscrepancyAct = 'assign' | 'resolve' | 'waive';

const may = DISBURSEMENT_PERMISSIONS;

/** Life of a discrepancy (Klärungsfall). */
export const PAYMENT_DISCREPANCY_TRANSITIONS: TransitionTable<
  PaymentDiscrepancyState,
  PaymentDiscrepancyAct,
  ActorRole
> = defineTransitions<PaymentDiscrepancyState, PaymentDiscrepancyAct, ActorRole>({
  name: 'payment-discrepancy',
  initial: 'OPEN',
  states: { OPEN: 'offen', ASSIGNED: 'in Klärung', RESOLVED: 'geklärt', WAIVED: 'auf sich beruhend' },
  edges: [
    { act: 'assign', from: 'OPEN', to: 'ASSIGNED', roles: may['payment-discrepancy.handle'], label: 'Übernehmen' },
    { act: 'assign', from: 'ASSIGNED', to: 'ASSIGNED', roles: may['payment-discrepancy.handle'], label: 'Weitergeben' },
    { act: 'resolve', from: 'OPEN', to: 'RESOLVED', roles: may['payment-discrepancy.handle'], label: 'Klären' },
    { act: 'resolve', from: 'ASSIGNED', to: 'RESOLVED', roles: may['payment-discrepancy.handle'], label: 'Klären' },
    {
      act: 'waive',
      from: 'OPEN',
      to: 'WAIVED',
      roles: may['payment-discrepancy.waive'],
      label: 'Auf sich beruhen lassen',
    },
    {
      act: 'waive',
      from: 'ASSIGNED',
      to: 'WAIVED',
      roles: may['payment-discrepancy.waive'],
      label: 'Auf sich beruhen lassen',
    },
  ],
});

const KIND_OF_REFUSAL: Partial<Record<DisbursementCode, PaymentDiscrepancyKind>> = {
  'payment-return.order-unknown': 'UNKNOWN_ORDER',
  'payment-return.amount-different': 'DIFFERENT_AMOUNT',
  'payment-return.already-booked': 'ALREADY_PAID',
  'payment-return.order-not-exported': 'NOT_EXPORTED',
  'payment-return.year-different': 'DIFFERENT_YEAR',
  'payment-return.year-closed': 'UNMATCHED_REPAYMENT',
  'payment-return.repayment-unmatched': 'UNMATCHED_REPAYMENT',
  'payment-return.repayment-too-high': 'OVERPAID_REPAYMENT',
};

/** Money that moved and does not fit. A row that is written wrongly says nothing about money: null, the file is to be sent anew. */
export function discrepancyKindOf(code: DisbursementCode): PaymentDiscrepancyKind | null {
  return KIND_OF_REFUSAL[code] ?? null;
}

/** A later answer with the right amount settles these by itself. */
export const SETTLED_BY_A_LATER_ROW: readonly PaymentDiscrepancyKind[] = [
  'UNKNOWN_ORDER',
  'DIFFERENT_AMOUNT',
  'NOT_EXPORTED',
];

/** To let money rest unexplained takes a person who neither brought the file in nor works on the case. */
export function assertMayWaive(
  acting: ActingPersons,
  took: { readonly openedByPersonId: string | null; readonly assignedPersonId: string | null },
): void {
  assertDifferentPersons('payment-discrepancy.same-person', acting, [took.openedByPersonId, took.assignedPersonId]);
}
