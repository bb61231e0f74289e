import type { StatusLook } from '@wir/shared/ui';

const ORDER_LOOKS: Readonly<Record<string, StatusLook>> = {
  ORDERED: { tone: 'wait', icon: 'sign', label: 'records.orderState.ORDERED' },
  EXPORTED: { tone: 'wait', icon: 'run', label: 'records.orderState.EXPORTED' },
  PAID: { tone: 'done', icon: 'check-circle', label: 'records.orderState.PAID' },
  FAILED: { tone: 'stop', icon: 'error', label: 'records.orderState.FAILED' },
  CANCELLED: { tone: 'neutral', icon: 'cancel', label: 'records.orderState.CANCELLED' },
};
const UNKNOWN: StatusLook = { tone: 'neutral', icon: 'question', label: 'records.orderState.UNKNOWN' };

export function orderLook(state: string): StatusLook {
  return ORDER_LOOKS[state] ?? UNKNOWN;
}

export const DISCREPANCY_LOOKS: Readonly<Record<string, StatusLook>> = {
  OPEN: { tone: 'act', icon: 'alert', label: 'records.discrepancyState.OPEN' },
  ASSIGNED: { tone: 'wait', icon: 'person', label: 'records.discrepancyState.ASSIGNED' },
  RESOLVED: { tone: 'done', icon: 'check-circle', label: 'records.discrepancyState.RESOLVED' },
  WAIVED: { tone: 'neutral', icon: 'flag', label: 'records.discrepancyState.WAIVED' },
};
