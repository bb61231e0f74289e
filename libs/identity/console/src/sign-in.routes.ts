import type { Routes } from '@angular/router';
import { loadTexts } from '@wir/shared/console';
import { IDENTITY_TEXTS } from './i18n/identity-texts';

const texts = loadTexts('identity', IDENTITY_TEXTS);

export const SIGN_IN_ROUTES: Routes = [
  {
    path: '',
    title: 'identity.signIn.pageTitle',
    resolve: { texts },
    loadComponent: async () => (await import('./sign-in/sign-in-page')).SignInPage,
  },
  {
    path: 'passwort-vergessen',
    title: 'identity.forgotten.title',
    resolve: { texts },
    loadComponent: async () => (await import('./sign-in/forgotten-page')).ForgottenPage,
  },
];

/** Where the links of mails lead. */
export const ACCESS_LINK_ROUTES: Routes = [
  {
    path: '',
    title: 'identity.link.pageTitle',
    resolve: { texts },
    loadComponent: async () => (await import('./access/access-link-page')).AccessLinkPage,
  },
];
