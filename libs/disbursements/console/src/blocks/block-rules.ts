import type { PaymentBlockDto } from '@wir/shared/contract';
import type { StatusLook } from '@wir/shared/ui';

export type BlockStanding = 'STANDING' | 'OVER' | 'LIFTED';

export const STANDING_LOOKS: Readonly<Record<BlockStanding, StatusLook>> = {
  STANDING: { tone: 'stop', icon: 'lock', label: 'disbursements.block.standing.STANDING' },
  OVER: { tone: 'neutral', icon: 'clock', label: 'disbursements.block.standing.OVER' },
  LIFTED: { tone: 'done', icon: 'check-circle', label: 'disbursements.block.standing.LIFTED' },
};

/** A block with an end is over by itself on the day after; nobody has to lift it. */
export function standingOf(block: Pick<PaymentBlockDto, 'state' | 'endsOn'>, today: string): BlockStanding {
  if (block.state === 'LIFTED') return 'LIFTED';
  return block.endsOn !== null && block.endsOn < today ? 'OVER' : 'STANDING';
}

export function mayLift(block: PaymentBlockDto): boolean {
  return block.actions.some(({ action, allowed }) => action === 'lift' && allowed);
}

/** Why a person who lifts blocks may not lift this one. */
export function reasonAgainstLifting(block: PaymentBlockDto): string | null {
  const lift = block.actions.find(({ action }) => action === 'lift');
  return lift && !lift.allowed ? lift.reasonCode : null;
}

/** The server's rule, asked while typing: the last day may be today. */
export function endFault(endsOn: string | null, today: string): { kind: string } | null {
  return endsOn !== null && endsOn < today ? { kind: 'payment-block.end-past' } : null;
}
