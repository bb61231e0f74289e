import type { Tab } from '@wir/shared/ui';

type Shown = 'overview' | 'acts' | 'scenarios' | 'lines';

/** The pages of "Haushalt", the same on each of them. */
export function budgetTabs(shown: Shown): Tab[] {
  return [
    { path: ['/haushalt'], label: 'budget.tab.overview', view: { query: {}, active: shown === 'overview' } },
    { path: ['/haushalt/verfuegungen'], label: 'budget.acts.title', view: { query: {}, active: shown === 'acts' } },
    {
      path: ['/haushalt/planspiele'],
      label: 'budget.scenarios.title',
      view: { query: {}, active: shown === 'scenarios' },
    },
    { path: ['/haushalt/stellen'], label: 'budget.lines.title', view: { query: {}, active: shown === 'lines' } },
  ];
}
