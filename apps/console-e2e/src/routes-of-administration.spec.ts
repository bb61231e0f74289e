import type { Page } from 'playwright-core';
import { usePortal } from './use-portal';
import { describeRoutes, type Finder, type Stop } from './walk-routes';

const portal = usePortal('demo');

const accountOf =
  (name: string, page: string): Stop['path'] =>
  async (find: Finder) =>
    `/zugaenge/${await find(`/accounts?search=${encodeURIComponent(name)}`)}/${page}`;

const choosing =
  (item: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Weitere Aktionen').click();
    await page.getByRole('menuitem', { name: item }).click();
    await page.getByRole('dialog').waitFor();
  };

const pressing =
  (name: string | RegExp, then: 'dialog' | 'alert') =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('main')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
    await page.getByRole(then).first().waitFor();
  };

describeRoutes(portal, 'admin@wir.example', [
  { name: 'the accounts', path: '/zugaenge' },
  { name: 'a search without hits', path: '/zugaenge?search=gibtesnicht' },
  { name: 'an account', path: accountOf('Martina Vogel', 'konto') },
  { name: 'its roles', path: accountOf('Martina Vogel', 'rollen') },
  { name: 'granting a role', path: accountOf('Martina Vogel', 'rollen'), then: pressing('Rolle erteilen', 'dialog') },
  {
    name: 'ending a role',
    path: accountOf('Martina Vogel', 'rollen'),
    then: pressing(/^Rolle beenden/, 'dialog'),
  },
  { name: 'renaming', path: accountOf('Martina Vogel', 'konto'), then: choosing('Name und Adresse ändern') },
  { name: 'locking', path: accountOf('Martina Vogel', 'konto'), then: choosing('Sperren') },
  { name: 'its sessions', path: accountOf('Oliver Fink', 'sitzungen') },
  { name: 'its deputies', path: accountOf('Martina Vogel', 'vertretungen') },
  { name: 'a new account', path: '/zugaenge/neu' },
  { name: 'a new account, with errors', path: '/zugaenge/neu', then: pressing('Anlegen und einladen', 'alert') },
  {
    name: 'a further account of a person',
    path: async (find) => `/zugaenge/neu?konto=${await find('/accounts?search=Martina')}`,
    then: async (page) => page.getByLabel('eine Kommune').check(),
  },
  { name: 'the factor resets', path: '/zugaenge/ruecksetzungen' },
  { name: 'leaving', path: accountOf('Sabine Berger', 'ausscheiden') },
  {
    name: 'leaving, with errors',
    path: accountOf('Sabine Berger', 'ausscheiden'),
    then: async (page) => {
      await page.getByRole('button', { name: 'Weiter', exact: true }).click();
      await page.getByRole('button', { name: 'Ausscheiden eintragen' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'erasure', path: accountOf('Sabine Berger', 'loeschung') },
  { name: 'the deputies', path: '/vertretungen' },
  { name: 'a new delegation', path: '/vertretungen/neu' },
  { name: 'the check of the log', path: '/protokoll/pruefung', then: verify },
]);

describeRoutes(portal, 'leitung@wir.example', [
  { name: 'the deputies', path: '/vertretungen' },
  { name: 'a new delegation, with errors', path: '/vertretungen/neu', then: pressing('Vertretung eintragen', 'alert') },
  { name: 'the conflicts of interest', path: '/vertretungen/befangenheit' },
  {
    name: 'declaring a conflict of interest',
    path: '/vertretungen/befangenheit',
    then: pressing('Befangenheit anzeigen', 'dialog'),
  },
  { name: 'the retention', path: '/akten/aussonderung' },
  { name: 'refused attempts', path: '/protokoll?outcome=REFUSED' },
]);

describeRoutes(portal, 'pruefung@wir.example', [
  { name: 'the check of the log', path: '/protokoll/pruefung', then: verify },
  { name: 'the read log', path: '/protokoll/lesezugriffe' },
  { name: 'the bundles', path: '/akten/pruefmappen' },
  { name: 'a new bundle', path: '/akten/pruefmappen/neu' },
  {
    name: 'a bundle that is being made or ready',
    path: async (find) =>
      `/akten/pruefmappen/neu?art=antrag&objekt=${await find('/applications?state=APPROVED')}&nummer=WIR-2025`,
    then: async (page) => {
      await page.getByRole('button', { name: 'Anfordern', exact: true }).click();
      await page.getByText('Die Prüfmappe ist fertig.').waitFor();
    },
  },
  { name: 'the audit of payments', path: '/akten/zahlungen' },
  { name: 'a sample', path: '/akten/zahlungen?startwert=LRH&anzahl=5' },
  { name: 'an empty sample', path: '/akten/zahlungen?startwert=LRH&anzahl=5&bis=2020-12-31' },
  {
    name: 'a sample, with errors',
    path: '/akten/zahlungen',
    then: async (page) => {
      await page.getByLabel('Anzahl').fill('viele');
      await pressing('Stichprobe ziehen', 'alert')(page);
    },
  },
  { name: 'a payment traced', path: paid },
  {
    name: 'a payment traced, with its trail',
    path: paid,
    then: async (page) => page.getByText(/^Protokoll \(/).click(),
  },
  { name: 'a payment that does not exist', path: '/akten/zahlungen/WIR-2026-A-99999', refusalExpected: true },
  { name: 'the retention', path: '/akten/aussonderung' },
]);

async function paid(): Promise<string> {
  const { body } = await portal.client.get<{ items: { orderNumber: string }[] }>('/payment-orders?state=PAID', {
    as: 'pruefung@wir.example',
  });
  return `/akten/zahlungen/${body.items[0]?.orderNumber ?? ''}`;
}

async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Protokoll prüfen' }).click();
  await page.getByText(/Kette unversehrt/).waitFor();
}
