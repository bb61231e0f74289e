import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { ADMIN_TEXTS } from './admin-texts';

/** "Zugänge": accounts, their roles, and the ways in and out. */
export const ACCOUNT_ROUTES: Routes = [
  {
    path: '',
    title: 'admin.title',
    canActivate: [requires('account.administer')],
    resolve: { texts: loadTexts('admin', ADMIN_TEXTS) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./list/account-list-page')).AccountListPage,
      },
      {
        path: 'neu',
        title: 'admin.new.title',
        canActivate: [requires('account.administer')],
        loadComponent: async () => (await import('./new/new-account-page')).NewAccountPage,
      },
      {
        path: 'ruecksetzungen',
        title: 'admin.tab.resets',
        loadComponent: async () => (await import('./resets/factor-resets-page')).FactorResetsPage,
      },
      {
        path: ':id/ausscheiden',
        title: 'admin.leaving.steps',
        canActivate: [requires('account.administer')],
        loadComponent: async () => (await import('./leaving/leaving-page')).LeavingPage,
      },
      {
        path: ':id/loeschung',
        title: 'admin.erasure.pageTitle',
        canActivate: [requires('account.administer')],
        loadComponent: async () => (await import('./erasure/erasure-page')).ErasurePage,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./detail/account-page')).AccountPage,
        children: [
          { path: '', pathMatch: 'full', redirectTo: 'konto' },
          {
            path: 'konto',
            title: 'admin.tab.account',
            loadComponent: async () => (await import('./detail/account-tab')).AccountTab,
          },
          {
            path: 'rollen',
            title: 'admin.tab.roles',
            loadComponent: async () => (await import('./detail/roles-tab')).RolesTab,
          },
          {
            path: 'sitzungen',
            title: 'admin.tab.sessions',
            loadComponent: async () => (await import('./detail/account-sessions-tab')).AccountSessionsTab,
          },
          {
            path: 'vertretungen',
            title: 'admin.tab.deputies',
            loadComponent: async () => (await import('./detail/account-deputies-tab')).AccountDeputiesTab,
          },
        ],
      },
    ],
  },
];
