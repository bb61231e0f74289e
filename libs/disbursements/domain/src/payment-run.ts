import type { ActorRole } from '@wir/identity/domain';
import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import { DISBURSEMENT_PERMISSIONS } from './permissions';

export const PAYMENT_RUN_STATE_LABELS = {
  FROZEN: 'eingefroren, wartet auf Freigabe',
  EXPORTING: 'wird ausgegeben',
  EXPORTED: 'ausgegeben',
  TAKEN_BACK: 'zurückgenommen',
} as const;

export type PaymentRunState = keyof typeof PAYMENT_RUN_STATE_LABELS;

export const PAYMENT_RUN_STATES = Object.keys(PAYMENT_RUN_STATE_LABELS) as readonly PaymentRunState[];

/** Who lets a frozen run go: a second person, the same one at once (demo), or what the register says (after a restore). */
export type PaymentRunRelease = 'SECOND_PERSON' | 'ONE_STEP' | 'REGISTER';

/** Lifecycle of a payment run (Zahlungslauf): frozen by one person, released by another, exported once. */
export const PAYMENT_RUN_TRANSITIONS: TransitionTable<PaymentRunState, 'export' | 'finish' | 'takeBack', ActorRole> =
  defineTransitions<PaymentRunState, 'export' | 'finish' | 'takeBack', ActorRole>({
    name: 'payment-run',
    initial: 'FROZEN',
    states: PAYMENT_RUN_STATE_LABELS,
    edges: [
      {
        act: 'export',
        from: 'FROZEN',
        to: 'EXPORTING',
        roles: DISBURSEMENT_PERMISSIONS['payment-run.release'],
        label: 'Freigeben und ausgeben',
      },
      { act: 'finish', from: 'EXPORTING', to: 'EXPORTED', roles: ['SYSTEM'], label: 'Ausgabe abschließen' },
      {
        act: 'takeBack',
        from: 'FROZEN',
        to: 'TAKEN_BACK',
        roles: DISBURSEMENT_PERMISSIONS['payment-run.create'],
        label: 'Zurücknehmen',
      },
    ],
  });
