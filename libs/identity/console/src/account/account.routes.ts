import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { IDENTITY_TEXTS } from '../i18n/identity-texts';

/** The own account, for everybody who is signed in. */
export const OWN_ACCOUNT_ROUTES: Routes = [
  {
    path: '',
    title: 'identity.account.title',
    resolve: { texts: loadTexts('identity', IDENTITY_TEXTS) },
    loadComponent: async () => (await import('./own-account-page')).OwnAccountPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'sicherheit' },
      {
        path: 'sicherheit',
        title: 'identity.account.security',
        loadComponent: async () => (await import('./security/security-tab')).SecurityTab,
      },
      {
        path: 'sitzungen',
        title: 'identity.account.sessions',
        loadComponent: async () => (await import('./sessions/sessions-tab')).SessionsTab,
      },
      {
        path: 'vertretung',
        title: 'identity.account.deputies',
        canActivate: [requires('delegation.read')],
        loadComponent: async () => (await import('./deputies/deputies-tab')).DeputiesTab,
      },
    ],
  },
];
