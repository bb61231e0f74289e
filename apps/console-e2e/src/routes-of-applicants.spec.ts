import { usePortal } from './use-portal';
import { describeRoutes, type Stop } from './walk-routes';

const portal = usePortal('demo');

const draft: Stop['path'] = async (find) => `/antraege/${await find('/applications')}`;
const step =
  (name: string): Stop['path'] =>
  async (find) =>
    `/antraege/${await find('/applications')}/bearbeiten/${name}`;

describeRoutes(portal, 'antrag@wz.wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the list of applications', path: '/antraege' },
  {
    name: 'the question whether to go on with the draft',
    path: '/antraege',
    then: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Neuer Antrag' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the draft', path: draft },
  { name: 'step applicant', path: step('traeger') },
  { name: 'step project', path: step('vorhaben') },
  { name: 'step costs', path: step('kosten') },
  {
    name: 'pasting costs from a spreadsheet',
    path: step('kosten'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Aus Excel einfügen' }).click();
      await page.getByLabel('Kopierte Zeilen').fill('WIR-Koordinationskraft\t1\t12\t60.000,00\nMikroprojekte\tfalsch');
    },
  },
  { name: 'step financing', path: step('finanzierung') },
  { name: 'step attachments', path: step('anlagen') },
  { name: 'step check', path: step('pruefen') },
  { name: 'step hand-in', path: step('einreichen') },
  { name: 'an empty list of notices', path: '/bescheide' },
  { name: 'an empty list of payments', path: '/auszahlungen' },
  { name: 'an empty list of awards', path: '/zuwendungen' },
]);

describeRoutes(portal, 'antrag@hef.wir.example', [
  { name: 'the start page with a question of the ministry', path: '/' },
  { name: 'the information request', path: async (find) => `/antraege/${await find('/applications')}/nachforderungen` },
  { name: 'the step with what is asked', path: step('pruefen') },
]);

describeRoutes(portal, 'zeichnung@rue.wir.example', [
  {
    name: 'handing in',
    path: step('einreichen'),
    then: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Einreichen', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
]);

describeRoutes(portal, 'zeichnung@ks.wir.example', [
  { name: 'a notice to retrieve', path: async (find) => `/bescheide/${await find('/notices')}` },
]);

describeRoutes(portal, 'antrag@wi.wir.example', [
  { name: 'the start page with money', path: '/' },
  { name: 'the application', path: async (find) => `/antraege/${await find('/applications')}/antrag` },
  { name: 'the attachments', path: async (find) => `/antraege/${await find('/applications')}/anlagen` },
  { name: 'the history', path: async (find) => `/antraege/${await find('/applications')}/verlauf` },
  { name: 'the receipt', path: async (find) => `/antraege/${await find('/applications')}/eingang` },
  { name: 'the notices', path: '/bescheide' },
  { name: 'the notice', path: async (find) => `/bescheide/${await find('/notices')}/inhalt` },
  { name: 'its terms', path: async (find) => `/bescheide/${await find('/notices')}/fristen` },
  { name: 'the award', path: async (find) => `/zuwendungen/${await find('/awards')}` },
  {
    name: 'asking for more than there is',
    path: async (find) => `/zuwendungen/${await find('/awards')}/auszahlung`,
    then: async (page) => {
      await page.getByLabel('Betrag').fill('9.999.999,00');
      await page.getByRole('button', { name: 'Mittelabruf anlegen' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'the payments', path: '/auszahlungen' },
  { name: 'a payment', path: async (find) => `/auszahlungen/${await find('/disbursement-requests')}/abruf` },
  { name: 'its history', path: async (find) => `/auszahlungen/${await find('/disbursement-requests')}/verlauf` },
]);

describeRoutes(portal, 'zeichnung@wi.wir.example', [
  {
    name: 'another bank account, with errors',
    path: async (find) => `/zuwendungen/${await find('/awards')}/erklaerung`,
    then: async (page) => {
      await page.getByLabel('IBAN').fill('DE00 1234');
      await page.getByRole('button', { name: 'Neue Bankverbindung angeben' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
]);

describeRoutes(portal, 'antrag@fd.wir.example', [
  { name: 'the plan of payouts', path: async (find) => `/zuwendungen/${await find('/awards')}/plan` },
  {
    name: 'reporting a vacancy, with errors',
    path: async (find) => `/zuwendungen/${await find('/awards')}/plan`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Vakanz melden' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Melden' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
]);

describeRoutes(portal, 'antrag@hg-k.wir.example', [
  { name: 'a blocked award', path: async (find) => `/zuwendungen/${await find('/awards')}` },
]);
