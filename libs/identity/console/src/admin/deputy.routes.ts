import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { ADMIN_TEXTS } from './admin-texts';

/** "Vertretungen" of others, and "Befangenheit"; one's own delegations are on the page of the own account. */
export const DEPUTY_ROUTES: Routes = [
  {
    path: '',
    title: 'admin.deputies.title',
    canActivate: [requires('delegation.read')],
    resolve: { texts: loadTexts('admin', ADMIN_TEXTS) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./deputies/delegation-list-page')).DelegationListPage,
      },
      {
        path: 'neu',
        title: 'admin.deputies.new',
        loadComponent: async () => (await import('./deputies/new-delegation-page')).NewDelegationPage,
      },
      {
        path: 'befangenheit',
        title: 'admin.conflicts.title',
        canActivate: [requires('conflict.read')],
        loadComponent: async () => (await import('./conflicts/conflict-list-page')).ConflictListPage,
      },
    ],
  },
];
