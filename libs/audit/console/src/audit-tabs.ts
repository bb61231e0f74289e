import type { Session } from '@wir/shared/console';
import type { Tab } from '@wir/shared/ui';

/** What was done, whether the trail is whole, and who looked at what. */
export function auditTabs(shown: 'log' | 'check' | 'reads', session: Session): Tab[] {
  const log: Tab = { path: ['/protokoll'], label: 'audit.tab.log', view: { query: {}, active: shown === 'log' } };
  const check: Tab = {
    path: ['/protokoll/pruefung'],
    label: 'audit.verification.title',
    view: { query: {}, active: shown === 'check' },
  };
  const reads: Tab = {
    path: ['/protokoll/lesezugriffe'],
    label: 'audit.reads.title',
    view: { query: {}, active: shown === 'reads' },
  };
  return session.can('audit.read') ? [log, check, reads] : [check];
}
