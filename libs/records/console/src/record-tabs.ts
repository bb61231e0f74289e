import type { Session } from '@wir/shared/console';
import type { Tab } from '@wir/shared/ui';

/** The halves of "Akten" this person may see; one alone needs no tabs. */
export function recordTabs(shown: 'bundles' | 'retention', session: Session): Tab[] {
  const bundles: Tab = {
    path: ['/akten/pruefmappen'],
    label: 'records.bundle.title',
    view: { query: {}, active: shown === 'bundles' },
  };
  const retention: Tab = {
    path: ['/akten/aussonderung'],
    label: 'records.retention.title',
    view: { query: {}, active: shown === 'retention' },
  };
  return [...(session.can('bundle.make') ? [bundles] : []), ...(session.can('retention.read') ? [retention] : [])];
}
