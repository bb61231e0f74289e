import type { Session } from '@wir/shared/console';
import type { Tab } from '@wir/shared/ui';

/** Who stands in for whom, and who keeps out of what: the two sides of "who may act". */
export function deputyTabs(shown: 'delegations' | 'conflicts', session: Session): Tab[] {
  const delegations: Tab = {
    path: ['/vertretungen'],
    label: 'admin.deputies.title',
    view: { query: {}, active: shown === 'delegations' },
  };
  const conflicts: Tab = {
    path: ['/vertretungen/befangenheit'],
    label: 'admin.conflicts.title',
    view: { query: {}, active: shown === 'conflicts' },
  };
  return session.can('conflict.read') ? [delegations, conflicts] : [delegations];
}
