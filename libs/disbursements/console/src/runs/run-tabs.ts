import { inject } from '@angular/core';
import { Session } from '@wir/shared/console';
import type { Tab } from '@wir/shared/ui';

export type RunTab = 'runs' | 'returns' | 'discrepancies' | 'reconciliation';

interface Place {
  readonly tab: RunTab;
  readonly path: string;
  readonly label: string;
  readonly permission: string;
}

const PLACES: readonly Place[] = [
  { tab: 'runs', path: '/zahlungslauf', label: 'disbursements.run.tab', permission: 'payment-run.read' },
  {
    tab: 'returns',
    path: '/zahlungslauf/ruecklauf',
    label: 'disbursements.return.title',
    permission: 'payment-return.read',
  },
  {
    tab: 'discrepancies',
    path: '/zahlungslauf/klaerungsfaelle',
    label: 'disbursements.discrepancy.listTitle',
    permission: 'payment-discrepancy.read',
  },
  {
    tab: 'reconciliation',
    path: '/zahlungslauf/abgleich',
    label: 'disbursements.reconciliation.title',
    permission: 'budget.reconcile',
  },
];

/** What goes out to the cash office, what comes back, what does not fit, and whether all agree. In an injection context. */
export function injectRunTabs(shown: RunTab): Tab[] {
  const session = inject(Session);
  return PLACES.filter(({ permission }) => session.can(permission)).map(({ tab, path, label }) => ({
    path: [path],
    label,
    view: { query: {}, active: tab === shown },
  }));
}
