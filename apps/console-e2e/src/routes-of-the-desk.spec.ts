import { usePortal } from './use-portal';
import { describeRoutes, type Stop } from './walk-routes';

const portal = usePortal('demo');

const caseIn =
  (state: string, tab: string): Stop['path'] =>
  async (find) =>
    `/antraege/${await find(`/applications?state=${state}`)}/${tab}`;
const noticeIn =
  (state: string, tab: string): Stop['path'] =>
  async (find) =>
    `/bescheide/${await find(`/notices?state=${state}`)}/${tab}`;
const paymentIn =
  (state: string, tab = 'abruf'): Stop['path'] =>
  async (find) =>
    `/auszahlungen/${await find(`/disbursement-requests?state=${state}`)}/${tab}`;

/** The finder gives a block; the award it stands for is asked of the list. */
const awardBlocked: Stop['path'] = async () => {
  const { body } = await portal.client.get<{ items: { awardId: string }[] }>('/payment-blocks?state=ACTIVE', {
    as: 'sachbearbeitung@wir.example',
  });
  return `/zuwendungen/${body.items[0]?.awardId}`;
};
const planned: Stop['path'] = async (find) => `/zuwendungen/${await find('/awards?search=Fulda, Stadt')}/plan`;

describeRoutes(portal, 'sachbearbeitung@wir.example', [
  { name: 'the start page', path: '/' },
  { name: 'the list of applications', path: '/antraege' },
  { name: 'a search without hits', path: '/antraege?search=gibtesnicht' },
  { name: 'the application', path: caseIn('UNDER_REVIEW', 'antrag') },
  { name: 'the review', path: caseIn('UNDER_REVIEW', 'pruefung') },
  { name: 'the attachments', path: caseIn('UNDER_REVIEW', 'anlagen') },
  { name: 'the history', path: caseIn('UNDER_REVIEW', 'verlauf') },
  { name: 'the information requests', path: caseIn('INFO_REQUESTED', 'nachforderungen') },
  {
    name: 'a new information request, with errors',
    path: caseIn('UNDER_REVIEW', 'nachforderungen/neu'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Nachforderung senden' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'a new arrival', path: caseIn('SUBMITTED', 'pruefung') },
  { name: 'a rejected application', path: caseIn('REJECTED', 'pruefung') },
  { name: 'the notices', path: '/bescheide' },
  { name: 'a signed notice', path: noticeIn('SIGNED', 'inhalt') },
  {
    name: 'sending a notice',
    path: noticeIn('SIGNED', 'inhalt'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Absenden' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the terms of a notice', path: noticeIn('FINAL', 'fristen') },
  { name: 'the payments', path: '/auszahlungen' },
  { name: 'a payment to check', path: paymentIn('SUBMITTED') },
  { name: 'the history of a payment', path: paymentIn('PAID', 'verlauf') },
  { name: 'the awards', path: '/zuwendungen' },
  { name: 'an award', path: async (find) => `/zuwendungen/${await find('/awards?state=FINAL')}` },
  { name: 'a blocked award', path: awardBlocked },
  {
    name: 'blocking payouts, with errors',
    path: async (find) => `/zuwendungen/${await find('/awards?state=FINAL')}`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Auszahlung sperren' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Auszahlung sperren' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'the proposed plan of payouts',
    path: async (find) => `/zuwendungen/${await find('/awards?state=FINAL')}/plan`,
  },
  { name: 'a plan of instalments', path: planned },
  { name: 'the payment blocks', path: '/auszahlungen/sperren' },
]);

describeRoutes(portal, 'leitung@wir.example', [
  { name: 'the start page', path: '/' },
  {
    name: 'deciding',
    path: caseIn('BUDGET_CONFIRMED', 'pruefung'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Entscheiden' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'a notice to sign', path: noticeIn('IN_COSIGN', 'inhalt') },
  {
    name: 'signing',
    path: noticeIn('IN_COSIGN', 'inhalt'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Zeichnen', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Zeichnen' }).waitFor();
    },
  },
  { name: 'the log', path: '/protokoll' },
  { name: 'the budget', path: '/haushalt' },
  {
    name: 'an act to release',
    path: async (find) => `/haushalt/verfuegungen/${await find('/budget-acts?state=PROPOSED')}`,
  },
  {
    name: 'lifting a block',
    path: '/auszahlungen/sperren',
    then: async (page) => {
      await page
        .getByRole('button', { name: /^Sperre aufheben/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'limiting an orderer, with errors',
    path: '/auszahlungen/anordnungsgrenzen',
    then: async (page) => {
      await page.getByRole('button', { name: 'Grenze setzen' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Grenze setzen' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
]);
