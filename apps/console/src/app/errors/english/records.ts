import type { RECORD_TEXTS, RETENTION_TEXTS } from '@wir/records/domain';

export const RECORD_ENGLISH: Readonly<Record<keyof typeof RECORD_TEXTS | keyof typeof RETENTION_TEXTS, string>> = {
  'bundle.not-found': 'This audit bundle does not exist.',
  'bundle.object-not-found': 'What the bundle is meant for does not exist.',
  'bundle.not-finished': 'The audit bundle is not ready yet.',
  'bundle.case-moved-on':
    'Something has happened in the case since this state of the log; it cannot be shown any more.',
  'bundle.failed': 'The audit bundle could not be made.',
  'bundle.wrong-state': 'This is not possible in the present state of the bundle.',
  'payment-trace.not-found': 'There is no payment order with this number.',
  'payment-sample.period-invalid': 'The period ends before it begins.',
  'retention.not-found': 'This case is not under retention.',
  'retention.wrong-state': 'This is not possible in the present state of the retention.',
  'retention.role-not-allowed': 'You lack the permission for this.',
  'retention.not-over': 'The term of retention is still running.',
  'retention.not-decided': 'The state archive has not decided yet; nothing is destroyed without its decision.',
  'retention.already-decided': 'The decision of the state archive is recorded already.',
  'retention.decision-day-invalid': 'The day of the decision does not lie between the offer and today.',
  'retention.deleter-is-decider': 'Whoever recorded the decision may not delete.',
};
