import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { ActorRole } from '@wir/identity/domain';
import { DISBURSEMENT_PERMISSIONS } from './permissions';

/** Lifecycle of a disbursement request (Mittelanforderung). */
export const DISBURSEMENT_STATE_LABELS = {
  DRAFT: 'in Bearbeitung',
  SUBMITTED: 'eingereicht',
  RETURNED: 'zurückgegeben',
  CHECKED: 'sachlich und rechnerisch richtig',
  ORDERED: 'angeordnet',
  EXPORTED: 'im Zahlungslauf',
  PAID: 'ausgezahlt',
  FAILED: 'Rückläufer',
  CANCELLED: 'storniert',
} as const;

export type DisbursementState = keyof typeof DISBURSEMENT_STATE_LABELS;
export type DisbursementAct =
  'submit' | 'check' | 'return' | 'voidCheck' | 'order' | 'cancel' | 'export' | 'book' | 'fail';

const may = DISBURSEMENT_PERMISSIONS;
const FINANCE: readonly ActorRole[] = ['APPLICANT_FINANCE'];
const CASE_WORKER: readonly ActorRole[] = ['CASE_WORKER'];
const ORDERER: readonly ActorRole[] = ['PAYMENT_ORDERER'];

export const DISBURSEMENT_TRANSITIONS: TransitionTable<DisbursementState, DisbursementAct, ActorRole> =
  defineTransitions<DisbursementState, DisbursementAct, ActorRole>({
    name: 'disbursement',
    initial: 'DRAFT',
    states: DISBURSEMENT_STATE_LABELS,
    edges: [
      { act: 'submit', from: 'DRAFT', to: 'SUBMITTED', roles: may['disbursement.submit'], label: 'Einreichen' },
      {
        act: 'submit',
        from: 'RETURNED',
        to: 'SUBMITTED',
        roles: may['disbursement.submit'],
        label: 'Erneut einreichen',
      },
      {
        act: 'submit',
        from: 'FAILED',
        to: 'SUBMITTED',
        roles: may['disbursement.submit'],
        label: 'Nach Rückläufer erneut einreichen',
      },
      {
        act: 'check',
        from: 'SUBMITTED',
        to: 'CHECKED',
        roles: may['disbursement.check'],
        label: 'Sachlich und rechnerisch richtig zeichnen',
      },
      { act: 'return', from: 'SUBMITTED', to: 'RETURNED', roles: CASE_WORKER, label: 'Zurückgeben' },
      { act: 'return', from: 'CHECKED', to: 'SUBMITTED', roles: ORDERER, label: 'An die Prüfung zurückgeben' },
      {
        act: 'voidCheck',
        from: 'CHECKED',
        to: 'SUBMITTED',
        roles: may['bank-account.confirm'],
        label: 'Prüfung verfällt mit der neuen Bankverbindung',
      },
      { act: 'order', from: 'CHECKED', to: 'ORDERED', roles: may['disbursement.order'], label: 'Auszahlung anordnen' },
      {
        act: 'export',
        from: 'ORDERED',
        to: 'EXPORTED',
        roles: may['payment-run.create'],
        label: 'In den Zahlungslauf nehmen',
      },
      { act: 'book', from: 'EXPORTED', to: 'PAID', roles: may['payment-return.import'], label: 'Zahlung buchen' },
      { act: 'fail', from: 'EXPORTED', to: 'FAILED', roles: may['payment-return.import'], label: 'Rückläufer buchen' },
      { act: 'cancel', from: 'DRAFT', to: 'CANCELLED', roles: FINANCE, label: 'Verwerfen' },
      { act: 'cancel', from: 'RETURNED', to: 'CANCELLED', roles: FINANCE, label: 'Verwerfen' },
      { act: 'cancel', from: 'SUBMITTED', to: 'CANCELLED', roles: may['disbursement.cancel'], label: 'Stornieren' },
      { act: 'cancel', from: 'FAILED', to: 'CANCELLED', roles: may['disbursement.cancel'], label: 'Stornieren' },
      { act: 'cancel', from: 'CHECKED', to: 'CANCELLED', roles: ORDERER, label: 'Stornieren' },
      { act: 'cancel', from: 'ORDERED', to: 'CANCELLED', roles: ORDERER, label: 'Stornieren' },
    ],
  });

/** Lifecycle of a payment order (Auszahlungsanordnung): exported once, then paid or failed. */
export type PaymentOrderState = 'ORDERED' | 'EXPORTED' | 'PAID' | 'FAILED' | 'CANCELLED';

export const PAYMENT_ORDER_TRANSITIONS: TransitionTable<
  PaymentOrderState,
  'export' | 'cancel' | 'book' | 'fail',
  ActorRole
> = defineTransitions<PaymentOrderState, 'export' | 'cancel' | 'book' | 'fail', ActorRole>({
  name: 'payment-order',
  initial: 'ORDERED',
  states: {
    ORDERED: 'angeordnet',
    EXPORTED: 'im Zahlungslauf',
    PAID: 'ausgezahlt',
    FAILED: 'Rückläufer',
    CANCELLED: 'storniert',
  },
  edges: [
    {
      act: 'export',
      from: 'ORDERED',
      to: 'EXPORTED',
      roles: may['payment-run.create'],
      label: 'In den Zahlungslauf nehmen',
    },
    { act: 'cancel', from: 'ORDERED', to: 'CANCELLED', roles: ORDERER, label: 'Stornieren' },
    { act: 'book', from: 'EXPORTED', to: 'PAID', roles: may['payment-return.import'], label: 'Zahlung buchen' },
    { act: 'fail', from: 'EXPORTED', to: 'FAILED', roles: may['payment-return.import'], label: 'Rückläufer buchen' },
  ],
});

/** Bank data are versions: proposed with the declaration, confirmed by another person, superseded by newer ones. */
export type BankAccountState = 'PROPOSED' | 'CONFIRMED' | 'SUPERSEDED';

export const BANK_ACCOUNT_TRANSITIONS: TransitionTable<BankAccountState, 'confirm' | 'supersede', ActorRole> =
  defineTransitions<BankAccountState, 'confirm' | 'supersede', ActorRole>({
    name: 'bank-account',
    initial: 'PROPOSED',
    states: { PROPOSED: 'zu bestätigen', CONFIRMED: 'bestätigt', SUPERSEDED: 'ersetzt' },
    edges: [
      {
        act: 'confirm',
        from: 'PROPOSED',
        to: 'CONFIRMED',
        roles: may['bank-account.confirm'],
        label: 'Bankverbindung bestätigen',
      },
      { act: 'supersede', from: 'PROPOSED', to: 'SUPERSEDED', roles: ['SYSTEM'], label: 'Durch neuere Angabe ersetzt' },
      {
        act: 'supersede',
        from: 'CONFIRMED',
        to: 'SUPERSEDED',
        roles: ['SYSTEM'],
        label: 'Durch neuere Angabe ersetzt',
      },
    ],
  });
