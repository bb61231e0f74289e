import type { DatedParameter } from './dated-parameter';
import { localDate } from './local-date';

export type DeadlineParameterName =
  'deemed_days_post' | 'portal_deemed_days' | 'portal_limit_days' | 'appeal_months' | 'appeal_months_if_faulty';

/**
 * Defaults; the programme may pass rows of its own.
 * Whether the HVwVfG has followed the federal change to the fourth day is open: four is the safe side for finality.
 */
export const DEADLINE_PARAMETERS: readonly DatedParameter<DeadlineParameterName>[] = [
  { name: 'deemed_days_post', validFrom: localDate('1999-01-01'), value: 3, source: '§ 41 Abs. 2 HVwVfG' },
  { name: 'deemed_days_post', validFrom: localDate('2025-01-01'), value: 4, source: '§ 41 Abs. 2 HVwVfG' },
  { name: 'portal_deemed_days', validFrom: localDate('1999-01-01'), value: 1, source: '§ 41 Abs. 2a HVwVfG' },
  { name: 'portal_limit_days', validFrom: localDate('1999-01-01'), value: 10, source: '§ 41 Abs. 2a HVwVfG' },
  { name: 'appeal_months', validFrom: localDate('1999-01-01'), value: 1, source: '§ 74 Abs. 1 Satz 2 VwGO' },
  { name: 'appeal_months_if_faulty', validFrom: localDate('1999-01-01'), value: 12, source: '§ 58 Abs. 2 VwGO' },
];
