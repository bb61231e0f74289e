import type { RECORD_TEXTS } from '@wir/records/domain';

export const RECORD_ENGLISH: Readonly<Record<keyof typeof RECORD_TEXTS, string>> = {
  'bundle.not-found': 'This audit bundle does not exist.',
  'bundle.object-not-found': 'What the bundle is meant for does not exist.',
  'bundle.not-finished': 'The audit bundle is not ready yet.',
  'bundle.case-moved-on':
    'Something has happened in the case since this state of the log; it cannot be shown any more.',
  'bundle.failed': 'The audit bundle could not be made.',
  'bundle.wrong-state': 'This is not possible in the present state of the bundle.',
};
