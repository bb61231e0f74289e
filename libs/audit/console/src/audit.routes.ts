import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';

export const AUDIT_ROUTES: Routes = [
  {
    path: '',
    title: 'audit.title',
    canActivate: [requires('audit.read')],
    resolve: {
      texts: loadTexts('audit', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    loadComponent: async () => (await import('./log/audit-page')).AuditPage,
  },
];
