import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { DISBURSEMENT_TEXT_FILES } from './i18n/disbursement-texts';

/** Zuwendungen: what was granted, year by year, and what stands between it and the money. */
export const AWARD_ROUTES: Routes = [
  {
    path: '',
    title: 'disbursements.award.listTitle',
    canActivate: [requires('award.read')],
    resolve: { texts: loadTexts('disbursements', DISBURSEMENT_TEXT_FILES) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./awards/award-list-page')).AwardListPage,
      },
      {
        path: ':awardId',
        loadComponent: async () => (await import('./award/award-page')).AwardPage,
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: async () => (await import('./award/award-overview')).AwardOverview,
          },
          {
            path: 'erklaerung',
            title: 'disbursements.declaration.title',
            canActivate: [requires('award.declare')],
            loadComponent: async () => (await import('./award/declaration-form')).DeclarationForm,
          },
          {
            path: 'plan',
            title: 'disbursements.plan.title',
            canActivate: [requires('instalment.read')],
            loadComponent: async () => (await import('./plan/plan-page')).PlanPage,
          },
          {
            path: 'auszahlung',
            title: 'disbursements.new.title',
            canActivate: [requires('disbursement.create')],
            loadComponent: async () => (await import('./award/request-form')).RequestForm,
          },
        ],
      },
    ],
  },
];
