import type { Routes } from '@angular/router';
import { loadTexts } from '@wir/shared/console';
import { IDENTITY_TEXTS } from './i18n/identity-texts';

export const SIGN_IN_ROUTES: Routes = [
  {
    path: '',
    title: 'identity.signIn.pageTitle',
    resolve: { texts: loadTexts('identity', IDENTITY_TEXTS) },
    loadComponent: async () => (await import('./sign-in/sign-in-page')).SignInPage,
  },
];
