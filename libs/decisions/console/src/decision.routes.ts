import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { unsavedGuard } from '@wir/shared/ui';

/** Bescheide: the list, and one notice with its text beside its preview and its terms. */
export const DECISION_ROUTES: Routes = [
  {
    path: '',
    title: 'decisions.title',
    canActivate: [requires('notice.read')],
    resolve: {
      texts: loadTexts('decisions', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./list/notice-list-page')).NoticeListPage,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./detail/notice-page')).NoticePage,
        children: [
          { path: '', pathMatch: 'full', redirectTo: 'inhalt' },
          {
            path: 'inhalt',
            title: 'decisions.tab.content',
            canDeactivate: [unsavedGuard],
            loadComponent: async () => (await import('./detail/content-tab')).ContentTab,
          },
          {
            path: 'fristen',
            title: 'decisions.tab.deadlines',
            loadComponent: async () => (await import('./deadlines/deadlines-tab')).DeadlinesTab,
          },
        ],
      },
    ],
  },
];
