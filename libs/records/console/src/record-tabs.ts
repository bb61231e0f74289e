import type { Session } from '@wir/shared/console';
import type { Tab } from '@wir/shared/ui';

/** The parts of "Akten" this person may see; one alone needs no tabs. */
export function recordTabs(shown: 'bundles' | 'payments' | 'retention', session: Session): Tab[] {
  const bundles: Tab = {
    path: ['/akten/pruefmappen'],
    label: 'records.bundle.title',
    view: { query: {}, active: shown === 'bundles' },
  };
  const payments: Tab = {
    path: ['/akten/zahlungen'],
    label: 'records.sample.title',
    view: { query: {}, active: shown === 'payments' },
  };
  const retention: Tab = {
    path: ['/akten/aussonderung'],
    label: 'records.retention.title',
    view: { query: {}, active: shown === 'retention' },
  };
  return [
    ...(session.can('bundle.make') ? [bundles] : []),
    ...(session.can('payment.trace') ? [payments] : []),
    ...(session.can('retention.read') ? [retention] : []),
  ];
}
