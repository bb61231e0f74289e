import { usePortal } from './use-portal';
import { describeRoutes, type Stop } from './walk-routes';

const portal = usePortal('demo');

const paymentIn =
  (state: string): Stop['path'] =>
  async (find) =>
    `/auszahlungen/${await find(`/disbursement-requests?state=${state}`)}/abruf`;

describeRoutes(portal, 'haushalt@wir.example', [
  { name: 'the start page', path: '/' },
  {
    name: 'the budget, reconciled',
    path: '/haushalt',
    then: async (page) => {
      await page.getByRole('button', { name: 'Abgleichen' }).click();
      await page.getByText('Alles stimmt überein.').waitFor();
    },
  },
  { name: 'the budget of an earlier day', path: '/haushalt?stand=2026-02-15' },
  {
    name: 'closing a year',
    path: '/haushalt',
    then: async (page) => {
      await page
        .getByRole('button', { name: /^Kassenschluss/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the bookings of a figure', path: '/haushalt/2026/gebunden' },
  { name: 'the bookings of all years', path: '/haushalt/gesamt/frei' },
  { name: 'a figure without bookings', path: '/haushalt/2030/zurueckgeflossen' },
  {
    name: 'confirming the money of an application',
    path: async (find) => `/antraege/${await find('/applications?state=REVIEWED')}/pruefung`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Mittel vormerken' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the return files', path: '/zahlungslauf/ruecklauf' },
]);

describeRoutes(portal, 'anordnung@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the payments', path: '/auszahlungen' },
  {
    name: 'ordering a payment',
    path: paymentIn('CHECKED'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Anordnen' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'an ordered payment', path: paymentIn('ORDERED') },
  { name: 'a paid payment', path: paymentIn('PAID') },
  { name: 'the payment runs', path: '/zahlungslauf' },
  { name: 'a payment run', path: async (find) => `/zahlungslauf/${await find('/payment-runs')}` },
  { name: 'a new payment run', path: '/zahlungslauf/neu' },
  {
    name: 'the frozen list of a new run',
    path: '/zahlungslauf/neu',
    then: async (page) => {
      await page.getByLabel('Alle Anordnungen wählen').check();
      await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
      await page.getByRole('button', { name: 'Zahlungslauf erzeugen' }).waitFor();
    },
  },
  { name: 'the return files', path: '/zahlungslauf/ruecklauf' },
]);
