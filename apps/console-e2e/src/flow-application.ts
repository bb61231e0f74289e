import { aPdf } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { confirmDialog, heading, idInAddress, mainOf, press, pressAndConfirm, seeState, seeStatus } from './speak';

/** Two full posts as a spreadsheet has them: head, lines, total. */
const COSTS = [
  'Position\tBezeichnung\tStellen\tMonate\tBetrag',
  'WIR-Koordinationskraft\tKoordination Öffnung\t1,0\t12\t66.000,00 €',
  'WIR-Koordinationskraft\tKoordination Willkommen\t1,0\t12\t66.000,00 €',
  'Summe\t\t\t\t132.000,00 €',
].join('\n');

const DECLARATIONS = [
  'Die Gesamtfinanzierung ist gesichert.',
  'Für denselben Zweck werden keine weiteren öffentlichen Mittel in Anspruch genommen.',
  'Zum Vorsteuerabzug besteht keine Berechtigung.',
];

/** What the history of the case tells, oldest first; the questions of the review come between. */
const TOLD = [
  /hat den Antrag begonnen/,
  /hat den Antrag zur Zeichnung gegeben/,
  /hat den Antrag eingereicht/,
  /hat die Vollständigkeit bestätigt/,
  /hat den Prüfvermerk abgeschlossen/,
  /hat die Mittel vorgemerkt/,
  /hat entschieden/,
  /hat den Bescheid mitgezeichnet/,
  /hat den Bescheid gezeichnet/,
  /hat den Bescheid abgesandt/,
  /hat den Bescheid abgerufen/,
  /hat auf Rechtsbehelfe verzichtet/,
  /hat die Erklärung mit Bankverbindung abgegeben/,
  /hat eine Auszahlung beantragt/,
  /hat die Auszahlung geprüft/,
  /hat die Auszahlung angeordnet/,
  /Die Auszahlung ist im Zahlungslauf/,
  /Die Auszahlung ist bezahlt/,
];

/** Writes the whole application and gives it to the signatory; 120.000 € in each of five years. */
export async function writeApplication(page: Page): Promise<string> {
  await page.goto('/antraege');
  await press(page, 'Neuer Antrag');
  const id = await idInAddress(page, 'antraege');
  await heading(page, 'Träger').waitFor();
  await page.getByLabel('Name der Ansprechperson').fill('Alex Beispiel');
  await page.getByLabel('E-Mail-Adresse der Ansprechperson').fill('vielfalt@frankfurt.example');
  await next(page, 'Vorhaben');
  await page.getByLabel('Titel des Vorhabens').fill('WIR-Vielfaltszentrum Frankfurt');
  await page.getByLabel('Zweck des Vorhabens').fill('Aufbau und Betrieb eines Vielfaltszentrums.');
  await page.getByLabel('Mit der Maßnahme wurde noch nicht begonnen.').check();
  await next(page, 'Kosten');
  await pasteCosts(page);
  await next(page, 'Finanzierung');
  await financeYears(page);
  await next(page, 'Anlagen');
  await page
    .getByLabel('Dateien auswählen')
    .setInputFiles({ name: 'konzept.pdf', mimeType: 'application/pdf', buffer: aPdf('Konzept') });
  await page.getByText('konzept.pdf ist hochgeladen.').waitFor();
  await next(page, 'Prüfen');
  await seeStatus(page, 'Es fehlt nichts mehr.');
  await next(page, 'Einreichen');
  await press(page, 'Zur Zeichnung geben');
  await seeStatus(page, 'Der Antrag liegt zur Zeichnung.');
  return id;
}

async function pasteCosts(page: Page): Promise<void> {
  await press(page, 'Aus Excel einfügen');
  await page.getByLabel('Kopierte Zeilen').fill(COSTS);
  await seeStatus(page, '2 Zeilen erkannt');
  await confirmDialog(page, 'Zeilen übernehmen');
  await mainOf(page)
    .getByRole('row', { name: /Summe der Ausgaben 2026 132\.000,00/ })
    .waitFor();
  await press(page, 'In die folgenden Jahre übernehmen');
  await page.getByRole('button', { name: /2030.*132\.000,00/ }).waitFor();
}

async function financeYears(page: Page): Promise<void> {
  await press(page, 'Einnahme hinzufügen');
  await page.getByLabel('Bezeichnung, Zeile 1').fill('Haushaltsmittel der Stadt');
  await page.getByLabel('Betrag, Zeile 1').fill('12.000');
  await page.getByRole('button', { name: /Rest beantragen: 120\.000,00/ }).click();
  await press(page, 'In die folgenden Jahre übernehmen');
  for (const declaration of DECLARATIONS) await page.getByLabel(declaration).check();
}

async function next(page: Page, step: string): Promise<void> {
  await press(page, 'Weiter');
  await heading(page, step).waitFor();
}

export async function signApplication(page: Page, id: string): Promise<void> {
  await page.goto(`/antraege/${id}/bearbeiten/einreichen`);
  await pressAndConfirm(page, 'Einreichen');
  await heading(page, 'Ihr Antrag ist eingegangen').waitFor();
}

/** Completeness, every question, and the recommendation of the full amount. */
export async function reviewApplication(page: Page, id: string): Promise<void> {
  await page.goto(`/antraege/${id}/pruefung`);
  await press(page, 'Vollständig');
  await seeState(page, 'in Prüfung');
  const recommend = mainOf(page).getByRole('button', { name: 'Empfehlen', exact: true }).last();
  expect(await recommend.isDisabled()).toBe(true);
  await page.getByText('Erst wenn alle Fragen beantwortet sind.').waitFor();
  const yes = page.getByRole('radio', { name: 'ja', exact: true });
  const total = await yes.count();
  for (let question = 0; question < total; question++) {
    await yes.nth(question).press('Space');
    await seeStatus(page, `${question + 1} von ${total} beantwortet`);
  }
  await recommend.click();
  await seeState(page, 'geprüft');
}

export async function decideApplication(page: Page, id: string): Promise<string> {
  await page.goto(`/antraege/${id}/pruefung`);
  await press(page, 'Entscheiden');
  await page.getByRole('dialog').getByRole('radio', { name: 'Bewilligen', exact: true }).check();
  await confirmDialog(page, 'Entscheiden');
  await seeState(page, 'bewilligt');
  await page.getByRole('link', { name: 'Bescheid öffnen' }).click();
  return idInAddress(page, 'bescheide');
}

export async function seeHistory(page: Page, applicationId: string): Promise<void> {
  await page.goto(`/antraege/${applicationId}/verlauf`);
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
  await mainOf(page)
    .getByText(TOLD[0] ?? '')
    .waitFor();
  const told = await mainOf(page).innerText();
  // Newest first: each deed stands above the one before it.
  const places = TOLD.map((sentence) => told.search(sentence));
  expect(TOLD.filter((_sentence, index) => (places[index] ?? -1) < 0)).toEqual([]);
  expect([...places].sort((a, b) => b - a)).toEqual(places);
}
