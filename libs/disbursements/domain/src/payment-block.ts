import type { ActorRole } from '@wir/identity/domain';
import {
  addDays,
  defineTransitions,
  DomainError,
  laterOf,
  type LocalDate,
  type TransitionTable,
} from '@wir/shared/kernel';
import { DISBURSEMENT_PERMISSIONS } from './permissions';

/** Why nothing is paid for the time being (domain of the granting authority, § 49 Abs. 3 HVwVfG and others). */
export const PAYMENT_BLOCK_REASONS = {
  PROOF_OVERDUE: 'Verwendungsnachweis überfällig',
  APPEAL: 'Klage gegen den Bescheid',
  BANK_DATA_UNCONFIRMED: 'Bankverbindung ungeklärt',
  NO_DECLARATION: 'Erklärung fehlt',
  VACANCY_CLARIFICATION: 'Stellenbesetzung wird geklärt',
  HAUSHALTSSPERRE: 'Haushaltssperre',
  MANUAL: 'Sonstiger Grund',
} as const;

export type PaymentBlockReason = keyof typeof PAYMENT_BLOCK_REASONS;
export type PaymentBlockState = 'ACTIVE' | 'LIFTED';

export const PAYMENT_BLOCK_CODES = Object.keys(PAYMENT_BLOCK_REASONS) as readonly PaymentBlockReason[];

export const PAYMENT_BLOCK_TRANSITIONS: TransitionTable<PaymentBlockState, 'lift', ActorRole> = defineTransitions({
  name: 'payment-block',
  initial: 'ACTIVE',
  states: { ACTIVE: 'gesperrt', LIFTED: 'aufgehoben' },
  edges: [
    {
      act: 'lift',
      from: 'ACTIVE',
      to: 'LIFTED',
      roles: DISBURSEMENT_PERMISSIONS['payment-block.lift'],
      label: 'Sperre aufheben',
    },
  ],
});

/** A block as the gates see it; without an end it stands until somebody lifts it. */
export interface ActiveBlock {
  readonly reasonCode: PaymentBlockReason;
  readonly endsOn: LocalDate | null;
}

/** Day from which the blocks alone no longer stand against a payout; null while one of them has no end. */
export function firstFreeDay(blocks: readonly ActiveBlock[]): LocalDate | null {
  const ends = blocks.map(({ endsOn }) => endsOn);
  return ends.reduce<LocalDate | null>(
    (latest, end) => (latest === null || end === null ? null : laterOf(latest, addDays(end, 1))),
    ends[0] === undefined || ends[0] === null ? null : addDays(ends[0], 1),
  );
}

/** An orderer's limit is a matter of the person: above it another one orders. */
export function assertWithinLimit(amountCents: number, limitCents: number | null): void {
  if (limitCents !== null && amountCents > limitCents)
    throw new DomainError('forbidden', 'disbursement.over-limit', { limitCents });
}
