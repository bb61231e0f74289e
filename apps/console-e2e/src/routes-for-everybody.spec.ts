import { usePortal } from './use-portal';
import { describeRoutes, type Stop } from './walk-routes';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const OPEN_PAGES: readonly Stop[] = [
  { name: 'sign-in', path: '/anmelden' },
  {
    name: 'sign-in with errors',
    path: '/anmelden',
    then: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'a forgotten password', path: '/anmelden/passwort-vergessen' },
  { name: 'a link that is no longer valid', path: '/zugang#not-a-token', refusalExpected: true },
  ...[
    'barrierefreiheit',
    'barriere-melden',
    'leichte-sprache',
    'gebaerdensprache',
    'impressum',
    'datenschutz',
    'hilfe',
  ].map((path): Stop => ({ name: path, path: `/${path}` })),
  { name: 'an address that does not exist', path: '/gibt-es-nicht' },
];

const portal = usePortal('demo');

describeRoutes(portal, null, OPEN_PAGES);

describeRoutes(portal, 'pruefung@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the list of applications', path: '/antraege' },
  { name: 'the review', path: async (find) => `/antraege/${await find('/applications?state=APPROVED')}/pruefung` },
  { name: 'the notices', path: '/bescheide' },
  { name: 'the awards', path: '/zuwendungen' },
  { name: 'the budget', path: '/haushalt' },
  { name: 'the log', path: '/protokoll' },
  {
    name: 'the log with an open entry',
    path: '/protokoll',
    then: async (page) => {
      await page
        .getByRole('main')
        .getByText(/ansehen/)
        .first()
        .click();
    },
  },
  { name: 'a case that does not exist', path: `/antraege/${UNKNOWN}/antrag`, refusalExpected: true },
]);

describeRoutes(portal, 'presse@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the awards', path: '/zuwendungen' },
  { name: 'an award', path: async (find) => `/zuwendungen/${await find('/awards?state=FINAL')}` },
]);

describeRoutes(portal, 'admin@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'a page without permission', path: '/antraege' },
  { name: 'the own account', path: '/konto/sicherheit' },
  { name: 'the own sessions', path: '/konto/sitzungen' },
  { name: 'the own deputies', path: '/konto/vertretung' },
]);
