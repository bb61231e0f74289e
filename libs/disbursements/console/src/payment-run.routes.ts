import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { DISBURSEMENT_TEXT_FILES } from './i18n/disbursement-texts';

/** Zahlungslauf: frozen lists of orders for the cash office, and its answers. */
export const PAYMENT_RUN_ROUTES: Routes = [
  {
    path: '',
    title: 'disbursements.run.listTitle',
    canActivate: [requires('payment-run.read')],
    resolve: { texts: loadTexts('disbursements', DISBURSEMENT_TEXT_FILES) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./runs/run-list-page')).RunListPage,
      },
      {
        path: 'neu',
        title: 'disbursements.run.new',
        canActivate: [requires('payment-run.create')],
        loadComponent: async () => (await import('./runs/new-run-page')).NewRunPage,
      },
      {
        path: 'ruecklauf',
        title: 'disbursements.return.title',
        canActivate: [requires('payment-return.read')],
        loadComponent: async () => (await import('./returns/return-page')).ReturnPage,
      },
      {
        path: 'klaerungsfaelle',
        title: 'disbursements.discrepancy.listTitle',
        canActivate: [requires('payment-discrepancy.read')],
        loadComponent: async () => (await import('./discrepancies/discrepancy-list-page')).DiscrepancyListPage,
      },
      {
        path: 'klaerungsfaelle/:id',
        title: 'disbursements.discrepancy.one',
        canActivate: [requires('payment-discrepancy.read')],
        loadComponent: async () => (await import('./discrepancies/discrepancy-page')).DiscrepancyPage,
      },
      {
        path: 'abgleich',
        title: 'disbursements.reconciliation.title',
        canActivate: [requires('budget.reconcile')],
        loadComponent: async () => (await import('./reconciliation/reconciliation-page')).ReconciliationPage,
      },
      { path: ':id', loadComponent: async () => (await import('./run/run-page')).RunPage },
    ],
  },
];
