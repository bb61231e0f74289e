import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { Session, loadTexts, requires } from '@wir/shared/console';
import { unsavedGuard } from '@wir/shared/ui';
import { APPLICATION_TEXT_FILES } from './i18n/application-texts';
import { StartApplication } from './list/start-application';
import { WIZARD_STEP_ROUTES } from './wizard/wizard.routes';

/** Staff come to check, the municipality to read what it handed in. A guard, because it has to wait for the session. */
const toFirstTab: CanActivateFn = (route) => {
  const tab = inject(Session).can('check.read') ? 'pruefung' : 'antrag';
  return inject(Router).createUrlTree(['/antraege', route.paramMap.get('id'), tab]);
};

/** "Neuer Antrag" from the start page: the list comes up, and the same question as on its button. */
const beginApplication: CanActivateFn = () => {
  void inject(StartApplication).run();
  return inject(Router).createUrlTree(['/antraege']);
};

export const APPLICATION_ROUTES: Routes = [
  {
    path: '',
    title: 'applications.list.title',
    canActivate: [requires('application.read')],
    resolve: { texts: loadTexts('applications', APPLICATION_TEXT_FILES) },
    children: [
      { path: '', loadComponent: async () => (await import('./list/application-list-page')).ApplicationListPage },
      { path: 'neu', canActivate: [requires('application.create'), beginApplication], children: [] },
      {
        path: ':id/bearbeiten',
        canActivate: [requires('application.edit', 'application.submit')],
        canDeactivate: [unsavedGuard],
        loadComponent: async () => (await import('./wizard/wizard-page')).WizardPage,
        children: WIZARD_STEP_ROUTES,
      },
      {
        path: ':id/eingang',
        title: 'applications.receipt.title',
        loadComponent: async () => (await import('./wizard/receipt-page')).ReceiptPage,
      },
      {
        path: ':id',
        loadComponent: async () => (await import('./detail/application-page')).ApplicationPage,
        children: [
          { path: '', pathMatch: 'full', canActivate: [toFirstTab], children: [] },
          {
            path: 'antrag',
            title: 'applications.tab.application',
            loadComponent: async () => (await import('./detail/reading-tab')).ReadingTab,
          },
          {
            path: 'pruefung',
            title: 'applications.tab.review',
            canActivate: [requires('check.read')],
            loadComponent: async () => (await import('./review/review-tab')).ReviewTab,
          },
          {
            path: 'anlagen',
            title: 'applications.tab.attachments',
            loadComponent: async () => (await import('./detail/attachments-tab')).AttachmentsTab,
          },
          {
            path: 'nachforderungen',
            title: 'applications.tab.requests',
            loadComponent: async () => (await import('./detail/requests-tab')).RequestsTab,
          },
          {
            path: 'nachforderungen/neu',
            title: 'applications.tab.requests',
            canActivate: [requires('application.request-information')],
            loadComponent: async () => (await import('./review/request-form')).RequestForm,
          },
          {
            path: 'verlauf',
            title: 'applications.tab.history',
            loadComponent: async () => (await import('./detail/history-tab')).HistoryTab,
          },
        ],
      },
    ],
  },
];
