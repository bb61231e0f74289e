import { aReturnFile } from '@wir/shared/testing';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { confirmDialog, heading, idInAddress, mainOf, plainSpaces, press, pressAndConfirm, seeState } from './speak';

const IBAN = 'DE89 3704 0044 0532 0130 00';

/** The parts of 2026 that move in this story, as the Haushalt page says them. */
export interface MoneyOf2026 {
  readonly vorgemerkt: string;
  readonly gebunden: string;
  readonly angeordnet: string;
  readonly ausgezahlt: string;
}

/** The matrix to the cent, and behind each figure bookings with the same sum. */
export async function seeMoney(page: Page, expected: MoneyOf2026): Promise<void> {
  await page.goto('/haushalt');
  const names = ['vorgemerkt', 'gebunden', 'angeordnet', 'ausgezahlt'] as const;
  const figure = (name: string) => page.getByRole('link', { name: new RegExp(`^${name} 2026:`) });
  const shown = await Promise.all(names.map(async (name) => [name, await figure(name).getAttribute('title')] as const));
  expect(Object.fromEntries(shown.map(([name, title]) => [name, plainSpaces(title).split(': ')[1]]))).toEqual(expected);
  for (const name of names.filter((candidate) => expected[candidate] !== '0,00 €')) {
    await figure(name).click();
    await heading(page, new RegExp(`${name} 2026`, 'i')).waitFor();
    await page.getByRole('status').filter({ hasText: 'Summe stimmt mit der Übersicht überein.' }).waitFor();
    const sum = mainOf(page).getByRole('paragraph').filter({ hasText: 'Summe der Buchungen' });
    expect(plainSpaces(await sum.textContent())).toContain(expected[name]);
    await page.getByRole('link', { name: 'Haushalt' }).last().click();
    await heading(page, 'Haushalt').waitFor();
  }
}

export async function declareAccount(page: Page, awardId: string): Promise<void> {
  await page.goto(`/zuwendungen/${awardId}/erklaerung`);
  await page.getByLabel('IBAN').fill(IBAN);
  await page.getByText('Die IBAN ist gültig.').waitFor();
  await page.getByLabel('Kontoinhaber').fill('Stadt Frankfurt am Main');
  await page.getByLabel(/^Wir haben den Bescheid/).check();
  // The head of the page offers the same: the button of the form stands below it.
  await mainOf(page).getByRole('button', { name: 'Erklärung abgeben', exact: true }).last().click();
  await confirmDialog(page, 'Erklärung abgeben');
  await page.getByText('Stadt Frankfurt am Main', { exact: true }).waitFor();
}

export async function confirmAccount(page: Page, awardId: string): Promise<void> {
  await page.goto(`/zuwendungen/${awardId}`);
  await pressAndConfirm(page, 'Bankverbindung bestätigen');
  await seeState(page, 'Bestätigt');
}

export async function requestPayment(page: Page, awardId: string, amount: string): Promise<string> {
  await page.goto(`/zuwendungen/${awardId}/auszahlung`);
  await page.getByLabel('Betrag').fill(amount);
  await page.getByLabel('Benötigt bis').fill('15.04.2026');
  await press(page, 'Mittelabruf anlegen');
  return idInAddress(page, 'auszahlungen');
}

export async function submitPayment(page: Page, requestId: string): Promise<void> {
  await page.goto(`/auszahlungen/${requestId}`);
  await pressAndConfirm(page, 'Einreichen');
  await seeState(page, 'Zu prüfen');
}

export async function checkPayment(page: Page, requestId: string): Promise<void> {
  await page.goto(`/auszahlungen/${requestId}`);
  await page.getByLabel(/^Sachlich richtig/).check();
  await page.getByLabel(/^Rechnerisch richtig/).check();
  await press(page, 'Richtig zeichnen');
  await seeState(page, 'Geprüft');
}

export async function orderPayment(page: Page, requestId: string): Promise<void> {
  await page.goto(`/auszahlungen/${requestId}`);
  await press(page, 'Anordnen');
  await confirmDialog(page, 'Anordnen');
  await seeState(page, 'Angeordnet');
}

/** Freezes all open orders; answers the run that waits for a second person. */
export async function freezeRun(page: Page): Promise<string> {
  await page.goto('/zahlungslauf/neu');
  await page.getByLabel('Alle Anordnungen wählen').check();
  await press(page, 'Weiter zur Vorschau');
  await press(page, 'Liste einfrieren');
  await heading(page, /^Zahlungslauf /).waitFor();
  await seeState(page, 'Wartet auf Freigabe');
  return idInAddress(page, 'zahlungslauf');
}

/** By another person than who froze it. */
export async function releaseRun(page: Page, runId: string): Promise<void> {
  await page.goto(`/zahlungslauf/${runId}`);
  await press(page, 'Freigeben');
  await confirmDialog(page, 'Freigeben');
  await seeState(page, 'Rückmeldung offen');
}

/** The run with the one order; answers the order's number and what the bank is told. */
export async function runPayments(
  freezer: Page,
  releaser: Page,
): Promise<{ readonly orderNumber: string; readonly painFile: string }> {
  const runId = await freezeRun(freezer);
  await releaseRun(releaser, runId);
  const orders = releaser.getByRole('region', { name: 'Anordnungen im Lauf' });
  const orderNumber = await orders.getByRole('link').first().innerText();
  const [download] = await Promise.all([
    releaser.waitForEvent('download'),
    releaser.getByRole('link', { name: 'SEPA-Datei (pain.001) herunterladen' }).click(),
  ]);
  return { orderNumber, painFile: readFileSync(await download.path(), 'utf8') };
}

export async function importReturn(page: Page, orderNumber: string, amountCents: number): Promise<void> {
  await page.goto('/zahlungslauf/ruecklauf');
  const { name, type, content } = aReturnFile([
    { orderNumber, status: 'PAID', amountCents, valueDate: '2026-03-03', documentNumber: 'B-4711' },
  ]);
  await page.getByLabel('Datei der Kasse').setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) });
  await press(page, 'Probelauf starten');
  await page.getByText('Noch ist nichts gebucht.').waitFor();
  await press(page, 'Jetzt buchen');
  await page.getByRole('heading', { name: `Ergebnis: ${name}` }).waitFor();
  await page.getByRole('cell', { name: 'gebucht' }).first().waitFor();
}
