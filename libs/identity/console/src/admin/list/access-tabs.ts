import type { Tab } from '@wir/shared/ui';

/** The halves of "Zugänge": all accounts, and lost second factors that wait for a second administrator. */
export function accessTabs(shown: 'accounts' | 'resets'): Tab[] {
  return [
    { path: ['/zugaenge'], label: 'admin.tab.accounts', view: { query: {}, active: shown === 'accounts' } },
    {
      path: ['/zugaenge/ruecksetzungen'],
      label: 'admin.tab.resets',
      view: { query: {}, active: shown === 'resets' },
    },
  ];
}
