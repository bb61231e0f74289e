import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { Session, loadTexts, requires } from '@wir/shared/console';

/** Whoever may verify the trail and not read it (the administration) comes to the verification at once. */
const readersOnly: CanActivateFn = () =>
  inject(Session).can('audit.read') || inject(Router).createUrlTree(['/protokoll/pruefung']);

export const AUDIT_ROUTES: Routes = [
  {
    path: '',
    title: 'audit.title',
    canActivate: [requires('audit.read', 'audit.verify')],
    resolve: {
      texts: loadTexts('audit', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [readersOnly],
        loadComponent: async () => (await import('./log/audit-page')).AuditPage,
      },
      {
        path: 'pruefung',
        title: 'audit.verification.title',
        canActivate: [requires('audit.verify')],
        loadComponent: async () => (await import('./check/verification-page')).VerificationPage,
      },
      {
        path: 'lesezugriffe',
        title: 'audit.reads.title',
        canActivate: [requires('audit.read')],
        loadComponent: async () => (await import('./reads/read-page')).ReadLogPage,
      },
    ],
  },
];
