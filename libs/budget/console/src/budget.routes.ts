import type { CanMatchFn, Routes } from '@angular/router';
import { loadTexts, requires } from '@wir/shared/console';
import { unsavedGuard } from '@wir/shared/ui';
import { isFigureAddress } from './look/figure';

/** Other words in the address are no page of the budget: they show "not found". */
const namesFigure: CanMatchFn = (_route, segments) => isFigureAddress(segments[0]?.path ?? '', segments[1]?.path ?? '');

export const BUDGET_ROUTES: Routes = [
  {
    path: '',
    title: 'budget.title',
    canActivate: [requires('budget.read')],
    resolve: {
      texts: loadTexts('budget', { de: () => import('./i18n/de.json'), en: () => import('./i18n/en.json') }),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./cockpit/cockpit-page')).CockpitPage,
      },
      {
        path: 'verfuegungen',
        title: 'budget.acts.title',
        loadComponent: async () => (await import('./acts/act-list-page')).ActListPage,
      },
      {
        path: 'verfuegungen/neu',
        title: 'budget.acts.newTitle',
        canActivate: [requires('budget-act.propose')],
        loadComponent: async () => (await import('./acts/new-act-page')).NewActPage,
      },
      {
        path: 'verfuegungen/:id',
        title: 'budget.acts.one',
        loadComponent: async () => (await import('./acts/act-page')).ActPage,
      },
      {
        path: 'planspiele',
        title: 'budget.scenarios.title',
        loadComponent: async () => (await import('./scenarios/scenario-list-page')).ScenarioListPage,
      },
      {
        path: 'planspiele/neu',
        title: 'budget.scenarios.new',
        canActivate: [requires('budget-scenario.edit')],
        canDeactivate: [unsavedGuard],
        loadComponent: async () => (await import('./scenarios/new-scenario-page')).NewScenarioPage,
      },
      {
        path: 'planspiele/:id',
        title: 'budget.scenarios.one',
        canDeactivate: [unsavedGuard],
        loadComponent: async () => (await import('./scenarios/scenario-page')).ScenarioPage,
      },
      {
        path: 'stellen',
        title: 'budget.lines.title',
        loadComponent: async () => (await import('./lines/line-list-page')).LineListPage,
      },
      {
        path: ':year/:figure',
        title: 'budget.bookings.title',
        canMatch: [namesFigure],
        loadComponent: async () => (await import('./bookings/bookings-page')).BookingsPage,
      },
    ],
  },
];
