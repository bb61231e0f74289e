import type { OrderLimitDto } from '@wir/shared/contract';
import { addDays, parseLocalDate } from '@wir/shared/kernel';
import type { StatusLook } from '@wir/shared/ui';

export type LimitStanding = 'COMING' | 'NOW' | 'OVER';

export const LIMIT_STANDING_LOOKS: Readonly<Record<LimitStanding, StatusLook>> = {
  COMING: { tone: 'neutral', icon: 'clock', label: 'disbursements.orderLimit.standing.COMING' },
  NOW: { tone: 'done', icon: 'check-circle', label: 'disbursements.orderLimit.standing.NOW' },
  OVER: { tone: 'neutral', icon: 'history', label: 'disbursements.orderLimit.standing.OVER' },
};

/** From its first day on, up to the day before the one on which it no longer stands. */
export function limitStanding({ validFrom, validTo }: OrderLimitDto, today: string): LimitStanding {
  if (today < validFrom) return 'COMING';
  return validTo !== null && today >= validTo ? 'OVER' : 'NOW';
}

/** What a person may order today; null without a limit. */
export function limitOf(limits: readonly OrderLimitDto[], accountId: string, today: string): number | null {
  const now = limits.filter((limit) => limit.accountId === accountId && limitStanding(limit, today) === 'NOW');
  return now.length === 0 ? null : Math.min(...now.map(({ maxCents }) => maxCents));
}

export function periodFault(validFrom: string | null, lastDay: string | null): { kind: string } | null {
  return validFrom !== null && lastDay !== null && lastDay < validFrom ? { kind: 'order-limit.period-invalid' } : null;
}

/** People name the last day of a limit, the contract names the first one without it. */
export function dayAfter(lastDay: string | null): string | null {
  const day = parseLocalDate(lastDay ?? '');
  return day === null ? null : addDays(day, 1);
}

export function lastDayOf({ validTo }: OrderLimitDto): string | null {
  const day = parseLocalDate(validTo ?? '');
  return day === null ? null : addDays(day, -1);
}
