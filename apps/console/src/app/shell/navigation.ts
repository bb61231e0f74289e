import type { IconName } from '@wir/shared/ui';

/** One entry of the rail; shown to those who hold one of the permissions. */
export interface Destination {
  readonly path: string;
  /** Text key. */
  readonly label: string;
  readonly icon: IconName;
  readonly permissions: readonly string[];
}

export const DESTINATIONS: readonly Destination[] = [
  { path: '/', label: 'shell.nav.tasks', icon: 'tasks', permissions: ['task.read'] },
  { path: '/antraege', label: 'shell.nav.applications', icon: 'application', permissions: ['application.read'] },
  { path: '/bescheide', label: 'shell.nav.notices', icon: 'notice', permissions: ['notice.read'] },
  { path: '/auszahlungen', label: 'shell.nav.disbursements', icon: 'payout', permissions: ['disbursement.read'] },
  { path: '/zahlungslauf', label: 'shell.nav.paymentRuns', icon: 'run', permissions: ['payment-run.read'] },
  { path: '/haushalt', label: 'shell.nav.budget', icon: 'budget', permissions: ['budget.read'] },
  { path: '/akten', label: 'shell.nav.records', icon: 'archive', permissions: ['bundle.make', 'retention.read'] },
  {
    path: '/vertretungen',
    label: 'shell.nav.deputies',
    icon: 'people',
    permissions: ['conflict.read', 'account.administer', 'application.submit'],
  },
  { path: '/zugaenge', label: 'shell.nav.accounts', icon: 'key', permissions: ['account.administer'] },
  { path: '/protokoll', label: 'shell.nav.audit', icon: 'history', permissions: ['audit.verify'] },
];
