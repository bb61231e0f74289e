import { sidewaysScroll, violationsOn } from './accessibility';
import { confirmDialog, idInAddress, mainOf, plainSpaces, press, pressAndConfirm, seeState, seeStatus } from './speak';
import { usePortal } from './use-portal';
import { settled } from './walk-routes';
import type { Locator, Page } from 'playwright-core';

const QUIET = { reducedMotion: 'reduce' } as const;

async function usable(page: Page): Promise<void> {
  await settled(page);
  expect({ violations: await violationsOn(page), sideways: await sidewaysScroll(page) }).toEqual({
    violations: [],
    sideways: 0,
  });
}

/** Cells of a year in the comparison: today, then, difference, headroom. */
async function yearOf(page: Page, year: number): Promise<string[]> {
  const table = mainOf(page).getByRole('region', { name: 'Freie Mittel' });
  await table.waitFor();
  const cells = await table
    .locator('tr', { has: page.locator(`th:text-is("${year}")`) })
    .locator('td')
    .allTextContents();
  return cells.map((cell) => plainSpaces(cell).replace(/\s+/g, ' '));
}

async function add(page: Page, kind: string): Promise<Locator> {
  await press(page, 'Maßnahme hinzufügen');
  await page.getByRole('menuitem', { name: kind }).click();
  return mainOf(page)
    .getByRole('group', { name: new RegExp(kind) })
    .last();
}

/** Full euro of the free money of a year in the cockpit. */
async function freeIn(page: Page, column: number): Promise<string> {
  await page.goto('/haushalt');
  await settled(page);
  const cell = page.locator('tr[data-figure="free"] td').nth(column);
  return /:\s+([\d.]+)/.exec(plainSpaces(await cell.textContent()))?.[1] ?? '';
}

describe('a Planspiel', () => {
  const portal = usePortal('base');

  it('shows at once what a measure does, and is booked to the cent when a second person releases', async () => {
    const officer = await portal.signIn('haushalt@wir.example', QUIET);
    const freeBefore = await freeIn(officer, 1);
    await mainOf(officer).getByRole('link', { name: 'Planspiel', exact: true }).click();
    await mainOf(officer).getByLabel('Name').fill('Nachtrag 2027');
    const [now] = await yearOf(officer, 2027);
    expect(now).toBe(`${freeBefore},00 €`);

    const cut = await add(officer, 'Ansatz kürzen');
    await cut.getByLabel('Haushaltsjahr').selectOption('2027');
    await cut.getByLabel('Kürzung').fill('10');
    const [, then, difference, headroom] = await yearOf(officer, 2027);
    expect(difference).toMatch(/^−[\d.]+,00 €$/);
    expect(headroom).toBe('reicht');
    await usable(officer);

    await press(officer, 'Speichern');
    const id = await idInAddress(officer, 'planspiele');
    await seeStatus(officer, 'Gespeichert.');
    await press(officer, 'Zur Freigabe vorschlagen');
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Dokument').fill('Nachtrag zum Haushaltsgesetz');
    await dialog.getByLabel('Begründung').fill('Weniger Einnahmen');
    await confirmDialog(officer, 'Zur Freigabe vorschlagen');
    await seeStatus(officer, 'Jetzt gibt eine zweite Person frei.');
    await mainOf(officer).getByText('Wer ein Planspiel vorschlägt, entscheidet nicht selbst darüber.').waitFor();
    await usable(officer);
    expect(await freeIn(officer, 1)).toBe(freeBefore);

    const head = await portal.signIn('leitung@wir.example', QUIET);
    await head.goto(`/haushalt/planspiele/${id}`);
    expect((await yearOf(head, 2027))[1]).toBe(then);
    await usable(head);
    await pressAndConfirm(head, 'Freigeben und buchen');
    await seeState(head, 'Gebucht');
    await usable(head);
    expect(`${await freeIn(head, 1)},00 €`).toBe(then);

    await head.goto(`/haushalt/planspiele/${id}`);
    await mainOf(head)
      .getByRole('link', { name: /^HV-|\d{4}/ })
      .first()
      .click();
    await seeState(head, 'Gebucht');
    await mainOf(head).getByRole('link', { name: 'Nachtrag 2027' }).waitFor();
    await mainOf(head).getByText('Die Beträge unmittelbar vor und nach der Buchung.').waitFor();
    await usable(head);
  });

  it('says with a word and the amount that a year is over-committed, on a small screen too', async () => {
    const officer = await portal.signIn('haushalt@wir.example', { ...QUIET, viewport: { width: 320, height: 900 } });
    await officer.goto('/haushalt/planspiele/neu');
    const cut = await add(officer, 'Ansatz kürzen');
    await cut.getByLabel('Kürzung').fill('100');
    const move = await add(officer, 'Zwischen Jahren umschichten');
    await move.getByLabel('Aus dem Jahr').selectOption('2028');
    await move.getByLabel('In das Jahr').selectOption('2029');
    await move.getByLabel('Betrag').fill('1.000,01');
    await seeStatus(officer, 'Überzeichnet: 2028');
    expect((await yearOf(officer, 2028))[3]).toBe('überzeichnet um 1.000,01 €');
    await usable(officer);

    await press(officer, 'Speichern');
    await mainOf(officer).getByRole('link', { name: 'Bitte füllen Sie dieses Feld aus.' }).waitFor();
    await usable(officer);
  });

  it('is no place for those who only read', async () => {
    const auditor = await portal.signIn('pruefung@wir.example', QUIET);
    await auditor.goto('/haushalt/planspiele');
    await mainOf(auditor).getByRole('link', { name: 'Nachtrag 2027' }).waitFor();
    expect(await mainOf(auditor).getByRole('link', { name: 'Neues Planspiel' }).count()).toBe(0);
    await usable(auditor);
  });
});
