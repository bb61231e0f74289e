import type { Routes } from '@angular/router';
import { signedIn } from '@wir/shared/console';
import { DOCUMENT_ROUTES } from './pages/document.routes';

/** The pages of the domains: one line each, loaded when visited. Each lib brings its texts and its permissions. */
const DOMAIN_ROUTES: Routes = [
  { path: '', pathMatch: 'full', loadChildren: async () => (await import('@wir/notifications/console')).TASK_ROUTES },
  { path: 'antraege', loadChildren: async () => (await import('@wir/applications/console')).APPLICATION_ROUTES },
  { path: 'bescheide', loadChildren: async () => (await import('@wir/decisions/console')).DECISION_ROUTES },
  { path: 'auszahlungen', loadChildren: async () => (await import('@wir/disbursements/console')).DISBURSEMENT_ROUTES },
  { path: 'zuwendungen', loadChildren: async () => (await import('@wir/disbursements/console')).AWARD_ROUTES },
  { path: 'zahlungslauf', loadChildren: async () => (await import('@wir/disbursements/console')).PAYMENT_RUN_ROUTES },
  { path: 'haushalt', loadChildren: async () => (await import('@wir/budget/console')).BUDGET_ROUTES },
  { path: 'zugaenge', loadChildren: async () => (await import('@wir/identity/console')).ACCOUNT_ROUTES },
  { path: 'vertretungen', loadChildren: async () => (await import('@wir/identity/console')).DEPUTY_ROUTES },
  { path: 'akten', loadChildren: async () => (await import('@wir/records/console')).RECORD_ROUTES },
  { path: 'konto', loadChildren: async () => (await import('@wir/identity/console')).OWN_ACCOUNT_ROUTES },
  { path: 'protokoll', loadChildren: async () => (await import('@wir/audit/console')).AUDIT_ROUTES },
];

export const APP_ROUTES: Routes = [
  { path: 'anmelden', loadChildren: async () => (await import('@wir/identity/console')).SIGN_IN_ROUTES },
  { path: 'zugang', loadChildren: async () => (await import('@wir/identity/console')).ACCESS_LINK_ROUTES },
  ...DOCUMENT_ROUTES,
  {
    path: 'kein-zugriff',
    title: 'shell.forbidden.title',
    loadComponent: async () => (await import('./pages/forbidden-page')).ForbiddenPage,
  },
  { path: '', canActivate: [signedIn], canActivateChild: [signedIn], children: DOMAIN_ROUTES },
  {
    path: '**',
    title: 'shell.notFound.title',
    loadComponent: async () => (await import('./pages/not-found-page')).NotFoundPage,
  },
];
