import type { Tab } from '@wir/shared/ui';

/** The two halves of the payment run: what goes out to the cash office and what comes back. */
export function runTabs(shown: 'runs' | 'returns'): Tab[] {
  return [
    { path: ['/zahlungslauf'], label: 'disbursements.run.tab', view: { query: {}, active: shown === 'runs' } },
    {
      path: ['/zahlungslauf/ruecklauf'],
      label: 'disbursements.return.title',
      view: { query: {}, active: shown === 'returns' },
    },
  ];
}
