import type { IconName } from '@wir/shared/ui';

/** One entry of the rail; shown to those who hold the permission. */
export interface Destination {
  readonly path: string;
  /** Text key. */
  readonly label: string;
  readonly icon: IconName;
  readonly permission: string;
}

export const DESTINATIONS: readonly Destination[] = [
  { path: '/', label: 'shell.nav.tasks', icon: 'tasks', permission: 'task.read' },
  { path: '/antraege', label: 'shell.nav.applications', icon: 'application', permission: 'application.read' },
  { path: '/bescheide', label: 'shell.nav.notices', icon: 'notice', permission: 'notice.read' },
  { path: '/auszahlungen', label: 'shell.nav.disbursements', icon: 'payout', permission: 'disbursement.read' },
  { path: '/zahlungslauf', label: 'shell.nav.paymentRuns', icon: 'run', permission: 'payment-run.read' },
  { path: '/haushalt', label: 'shell.nav.budget', icon: 'budget', permission: 'budget.read' },
  { path: '/protokoll', label: 'shell.nav.audit', icon: 'history', permission: 'audit.read' },
];
