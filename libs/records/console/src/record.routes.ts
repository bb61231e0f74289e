import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';
import { Router } from '@angular/router';
import { Session, loadTexts, requires } from '@wir/shared/console';

/** "Akten": bundles and payments for whoever audits, and what happens to closed cases after ten years. */
export const RECORD_ROUTES: Routes = [
  {
    path: '',
    title: 'records.title',
    canActivate: [requires('bundle.make', 'payment.trace', 'retention.read')],
    resolve: {
      texts: loadTexts('records', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    children: [
      { path: '', pathMatch: 'full', canActivate: [toFirstPage()], children: [] },
      {
        path: 'pruefmappen',
        title: 'records.bundle.title',
        canActivate: [requires('bundle.make')],
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: async () => (await import('./bundles/bundle-list-page')).BundleListPage,
          },
          {
            path: 'neu',
            title: 'records.bundle.new',
            loadComponent: async () => (await import('./bundles/new-bundle-page')).NewBundlePage,
          },
          { path: ':id', loadComponent: async () => (await import('./bundles/bundle-page')).BundlePage },
        ],
      },
      {
        path: 'zahlungen',
        title: 'records.sample.title',
        canActivate: [requires('payment.trace')],
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: async () => (await import('./payments/sample-page')).SamplePage,
          },
          {
            path: ':orderNumber',
            title: 'records.trace.title',
            loadComponent: async () => (await import('./payments/trace-page')).TracePage,
          },
        ],
      },
      {
        path: 'aussonderung',
        title: 'records.retention.title',
        canActivate: [requires('retention.read')],
        loadComponent: async () => (await import('./retention/retention-list-page')).RetentionListPage,
      },
    ],
  },
];

/** The rail leads to "Akten"; what a person finds there first depends on the role. */
function toFirstPage(): CanActivateFn {
  return () => {
    const page = inject(Session).can('bundle.make') ? 'pruefmappen' : 'aussonderung';
    return inject(Router).createUrlTree(['/akten', page]);
  };
}
