import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { DISBURSEMENT_TEXT_FILES } from './i18n/disbursement-texts';

/** Auszahlungen: the queue, and one request with its limits, its check and its trail. */
export const DISBURSEMENT_ROUTES: Routes = [
  {
    path: '',
    title: 'disbursements.title',
    canActivate: [requires('disbursement.read')],
    resolve: { texts: loadTexts('disbursements', DISBURSEMENT_TEXT_FILES) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./requests/request-list-page')).RequestListPage,
      },
      {
        path: 'sperren',
        title: 'disbursements.block.listTitle',
        canActivate: [requires('payment-block.read')],
        loadComponent: async () => (await import('./blocks/block-list-page')).BlockListPage,
      },
      {
        path: 'anordnungsgrenzen',
        title: 'disbursements.orderLimit.title',
        canActivate: [requires('order-limit.read')],
        loadComponent: async () => (await import('./limits/order-limit-page')).OrderLimitPage,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./request/request-page')).RequestPage,
        children: [
          { path: '', pathMatch: 'full', redirectTo: 'abruf' },
          {
            path: 'abruf',
            title: 'disbursements.tab.request',
            loadComponent: async () => (await import('./request/request-tab')).RequestTab,
          },
          {
            path: 'verlauf',
            title: 'disbursements.tab.history',
            loadComponent: async () => (await import('./request/history-tab')).HistoryTab,
          },
        ],
      },
    ],
  },
];
