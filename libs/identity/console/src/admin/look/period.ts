import type { StatusLook } from '@wir/shared/ui';

export type PeriodState = 'NOW' | 'COMING' | 'OVER';

export const PERIOD_LOOKS: Readonly<Record<PeriodState, StatusLook>> = {
  NOW: { tone: 'done', icon: 'check-circle', label: 'admin.period.NOW' },
  COMING: { tone: 'wait', icon: 'clock', label: 'admin.period.COMING' },
  OVER: { tone: 'neutral', icon: 'history', label: 'admin.period.OVER' },
};

interface Period {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedAt?: string | null;
}

/** Where a dated right stands on a day; its last day still counts. Moments are taken by their calendar day. */
export function periodState({ validFrom, validTo, revokedAt }: Period, today: string): PeriodState {
  if (revokedAt || (validTo !== null && dayOf(validTo) < today)) return 'OVER';
  return dayOf(validFrom) > today ? 'COMING' : 'NOW';
}

function dayOf(value: string): string {
  return value.slice(0, 10);
}
