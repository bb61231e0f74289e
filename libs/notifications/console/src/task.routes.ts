import type { Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';

/** The start page of everybody who is signed in. */
export const TASK_ROUTES: Routes = [
  {
    path: '',
    title: 'notifications.title',
    canActivate: [requires('task.read')],
    resolve: {
      texts: loadTexts('notifications', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    loadComponent: async () => (await import('./start/start-page')).StartPage,
  },
];
