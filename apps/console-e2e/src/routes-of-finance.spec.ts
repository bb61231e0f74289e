import { aReturnFile } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { mainOf } from './speak';
import { usePortal } from './use-portal';
import { describeRoutes, type Stop } from './walk-routes';

const portal = usePortal('demo');

const paymentIn =
  (state: string): Stop['path'] =>
  async (find) =>
    `/auszahlungen/${await find(`/disbursement-requests?state=${state}`)}/abruf`;

/** An order the portal does not know: a case to clarify. The same file a second time says nothing new. */
const UNKNOWN = aReturnFile([{ orderNumber: 'WIR-2026-A-99999', status: 'PAID', amountCents: 4711 }]);

const discrepancy: Stop['path'] = async (find) => {
  await portal.client.upload('/payment-returns', UNKNOWN, {}, { as: 'haushalt@wir.example' });
  return `/zahlungslauf/klaerungsfaelle/${await find('/payment-discrepancies?state=OPEN')}`;
};

async function tryReturnFile(page: Page): Promise<void> {
  const { name, type, content } = UNKNOWN;
  await page.getByLabel('Datei der Kasse').setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) });
  await mainOf(page).getByRole('button', { name: 'Probelauf starten' }).click();
  await page.getByText('Noch ist nichts gebucht.').waitFor();
}

const scenarioIn =
  (state: string): Stop['path'] =>
  async (find) =>
    `/haushalt/planspiele/${await find(`/budget-scenarios?state=${state}`)}`;
const actIn =
  (state: string): Stop['path'] =>
  async (find) =>
    `/haushalt/verfuegungen/${await find(`/budget-acts?state=${state}`)}`;

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
  { name: 'the forecast of the outflow', path: '/haushalt?view=forecast' },
  { name: 'the Planspiele', path: '/haushalt/planspiele' },
  {
    name: 'a proposed Planspiel',
    path: async (find) => `/haushalt/planspiele/${await find('/budget-scenarios?state=PROPOSED')}`,
  },
  {
    name: 'a Planspiel while it is tried',
    path: '/haushalt/planspiele/neu',
    then: async (page) => {
      await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click();
      await page.getByRole('menuitem', { name: 'Ansatz kürzen' }).click();
      await page.getByLabel('Kürzung').fill('100');
      await page
        .getByText(/^Überzeichnet/)
        .first()
        .waitFor();
    },
  },
  { name: 'a Planspiel that waits for a second person', path: scenarioIn('PROPOSED') },
  { name: 'the budget of an earlier day', path: '/haushalt?asOf=2026-02-15' },
  { name: 'the figures of one kind of measure', path: '/haushalt?moduleCode=DIVERSITY_CENTRE' },
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
  { name: 'the bookings since a day', path: '/haushalt/2026/gebunden?since=2026-02-15' },
  { name: 'the bookings of an act', path: '/haushalt/2027/gesperrt' },
  { name: 'the bookings of all years', path: '/haushalt/gesamt/frei' },
  { name: 'a figure without bookings', path: '/haushalt/2030/zurueckgeflossen' },
  { name: 'the acts', path: '/haushalt/verfuegungen' },
  { name: 'an act of their own', path: actIn('PROPOSED') },
  { name: 'a booked act', path: actIn('APPLIED') },
  { name: 'a refused act', path: actIn('REJECTED') },
  {
    name: 'a new act, with errors',
    path: '/haushalt/verfuegungen/neu',
    then: async (page) => {
      await page.getByRole('button', { name: 'Vorschlagen', exact: true }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'a new act with two sides',
    path: '/haushalt/verfuegungen/neu',
    then: async (page) => {
      await page.getByLabel('Übertragung (Rücklage, Ausgaberest)').check();
      await page.getByLabel('Zustimmung des Finanzministeriums').waitFor();
    },
  },
  { name: 'the budget lines', path: '/haushalt/stellen' },
  {
    name: 'a new budget line',
    path: '/haushalt/stellen',
    then: async (page) => {
      await page.getByRole('button', { name: 'Neue Haushaltsstelle' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'confirming the money of an application',
    path: async (find) => `/antraege/${await find('/applications?state=REVIEWED')}/pruefung`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Mittel vormerken' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the return files', path: '/zahlungslauf/ruecklauf' },
  { name: 'the dry run of a return file', path: '/zahlungslauf/ruecklauf', then: tryReturnFile },
  { name: 'the discrepancies', path: '/zahlungslauf/klaerungsfaelle' },
  { name: 'a discrepancy', path: discrepancy },
  {
    name: 'resolving a discrepancy',
    path: discrepancy,
    then: async (page) => {
      await mainOf(page).getByRole('button', { name: 'Weitere Aktionen' }).click();
      await page.getByRole('menuitem', { name: 'Klären' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Klären' }).click();
      await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'the reconciliation of payments',
    path: '/zahlungslauf/abgleich',
    then: async (page) => {
      await page.getByText('Alles stimmt auf den Cent überein.').waitFor();
    },
  },
]);

describeRoutes(portal, 'anordnung@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the payments', path: '/auszahlungen' },
  { name: 'the limits of orderers', path: '/auszahlungen/anordnungsgrenzen' },
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
    name: 'the list of a new run before it is frozen',
    path: '/zahlungslauf/neu',
    then: async (page) => {
      await page.getByLabel('Alle Anordnungen wählen').check();
      await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
      await page.getByRole('button', { name: 'Liste einfrieren' }).waitFor();
    },
  },
  { name: 'the return files', path: '/zahlungslauf/ruecklauf' },
]);
