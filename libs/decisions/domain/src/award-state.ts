import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { ActorRole } from '@wir/identity/domain';
import { DISBURSEMENT_PERMISSIONS } from '@wir/disbursements/domain';
import { DECISION_PERMISSIONS } from './permissions';

/** An award (Bewilligung) follows its notice: committed at signature, final with it, voided with it. */
export const AWARD_STATE_LABELS = {
  PENDING: 'in Vorbereitung',
  COMMITTED: 'gebunden',
  FINAL: 'bestandskräftig',
  VOIDED: 'aufgehoben',
} as const;

export type AwardState = keyof typeof AWARD_STATE_LABELS;
export type AwardAct = 'commit' | 'finalise' | 'void' | 'declare' | 'requestDisbursement';

const may = DECISION_PERMISSIONS;
const FOLLOWS: readonly ActorRole[] = ['SYSTEM'];

/** `commit`, `finalise` and `void` are consequences of acts on the notice, taken by the system in the same transaction. */
export const AWARD_TRANSITIONS: TransitionTable<AwardState, AwardAct, ActorRole> = defineTransitions<
  AwardState,
  AwardAct,
  ActorRole
>({
  name: 'award',
  initial: 'PENDING',
  states: AWARD_STATE_LABELS,
  edges: [
    { act: 'commit', from: 'PENDING', to: 'COMMITTED', roles: FOLLOWS, label: 'Mittelbindung' },
    { act: 'finalise', from: 'COMMITTED', to: 'FINAL', roles: FOLLOWS, label: 'Bestandskraft' },
    { act: 'void', from: 'PENDING', to: 'VOIDED', roles: FOLLOWS, label: 'Aufhebung' },
    { act: 'void', from: 'COMMITTED', to: 'VOIDED', roles: FOLLOWS, label: 'Aufhebung' },
    { act: 'declare', from: 'COMMITTED', to: 'COMMITTED', roles: may['award.declare'], label: 'Erklärung abgeben' },
    { act: 'declare', from: 'FINAL', to: 'FINAL', roles: may['award.declare'], label: 'Erklärung abgeben' },
    {
      act: 'requestDisbursement',
      from: 'FINAL',
      to: 'FINAL',
      roles: DISBURSEMENT_PERMISSIONS['disbursement.create'],
      label: 'Auszahlung beantragen',
    },
  ],
});
