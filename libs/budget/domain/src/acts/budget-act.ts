import type { ActorRole } from '@wir/identity/domain';
import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { TransferKind } from '../transfer-rules';

/** Haushaltsverfügung: everything that moves the Ansatz or an authorisation itself. */
export type BudgetActKind =
  | 'APPROPRIATION_CHANGE'
  | 'LOCK'
  | 'UNLOCK'
  | 'LINE_SHIFT'
  | 'REPHASE'
  | 'CARRY_OVER'
  | 'VE_CHANGE'
  | 'AMENDMENT_RESERVATION';
export type BudgetActState = 'PROPOSED' | 'APPLIED' | 'REJECTED' | 'WITHDRAWN';
export type BudgetActAct = 'apply' | 'reject' | 'withdraw';

interface BudgetActRule {
  readonly label: string;
  readonly transfers: readonly TransferKind[];
  /** Legal source, shown beside the choice. */
  readonly source: string;
  /** Each line names the case it is for. */
  readonly needsCase?: true;
  readonly maxLines?: number;
}

export const BUDGET_ACT_RULES: Readonly<Record<BudgetActKind, BudgetActRule>> = {
  APPROPRIATION_CHANGE: {
    label: 'Änderung des Ansatzes',
    transfers: ['APPROPRIATE', 'CUT'],
    source: 'Haushaltsgesetz, Nachtrag (§ 33 LHO)',
  },
  LOCK: { label: 'Haushaltssperre', transfers: ['LOCK'], source: '§§ 22, 41 LHO' },
  UNLOCK: { label: 'Aufhebung der Sperre', transfers: ['UNLOCK'], source: '§ 36 LHO' },
  LINE_SHIFT: { label: 'Umsetzung zwischen Haushaltsstellen', transfers: ['SHIFT'], source: '§ 20 LHO' },
  REPHASE: {
    label: 'Umschichtung zwischen Jahren',
    transfers: ['REPHASE_OUT', 'REPHASE_IN'],
    source: 'Haushaltsgesetz, Nachtrag (§ 33 LHO)',
  },
  CARRY_OVER: {
    label: 'Übertragung (Rücklage, Ausgaberest)',
    transfers: ['CARRY_OUT', 'CARRY_IN'],
    source: '§ 45 LHO, § 27 HGrG',
  },
  VE_CHANGE: {
    label: 'Änderung der Verpflichtungsermächtigungen',
    transfers: ['AUTHORISE', 'REVOKE_VE'],
    source: '§ 38 LHO',
  },
  AMENDMENT_RESERVATION: {
    label: 'Vormerkung für Änderungsbescheide',
    transfers: ['RESERVE', 'RELEASE_RESERVATION'],
    source: '§ 34 LHO, VV Nr. 4 zu § 44 LHO',
    needsCase: true,
    maxLines: 400,
  },
};

export const BUDGET_ACT_KINDS = Object.keys(BUDGET_ACT_RULES) as readonly BudgetActKind[];

const BUDGET: readonly ActorRole[] = ['BUDGET_OFFICER'];
const SECOND: readonly ActorRole[] = ['BUDGET_OFFICER', 'HEAD_OF_UNIT'];

/** One person proposes, another releases; nothing is booked before. */
export const BUDGET_ACT_TRANSITIONS: TransitionTable<BudgetActState, BudgetActAct, ActorRole> = defineTransitions({
  name: 'budget-act',
  initial: 'PROPOSED',
  states: { PROPOSED: 'vorgeschlagen', APPLIED: 'gebucht', REJECTED: 'abgelehnt', WITHDRAWN: 'zurückgezogen' },
  edges: [
    { act: 'apply', from: 'PROPOSED', to: 'APPLIED', roles: SECOND, label: 'Freigeben und buchen' },
    { act: 'reject', from: 'PROPOSED', to: 'REJECTED', roles: SECOND, label: 'Ablehnen' },
    { act: 'withdraw', from: 'PROPOSED', to: 'WITHDRAWN', roles: BUDGET, label: 'Zurückziehen' },
  ],
});
