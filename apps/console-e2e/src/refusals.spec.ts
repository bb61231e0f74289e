import { driveToState } from '@wir/shared/testing';
import { heading, mainOf, press, seeStatus } from './speak';
import { usePortal } from './use-portal';

describe('refusals a person sees', () => {
  const portal = usePortal('base');

  it('say beside the closed button why it is closed', async () => {
    const { applicationId } = await driveToState(portal.client, 'DRAFT', { applicant: 'HG' });
    const page = await portal.signIn('zeichnung@hg.wir.example');
    await page.goto(`/antraege/${applicationId}/bearbeiten/einreichen`);
    const submit = mainOf(page).getByRole('button', { name: 'Einreichen', exact: true });
    await submit.waitFor();
    expect(await submit.isDisabled()).toBe(true);
    await page.getByText('Es fehlen noch Angaben.').waitFor();
    await page.getByRole('link', { name: 'Fehlende Angaben ansehen' }).click();
    await page
      .getByRole('link', { name: /Titel des Vorhabens/ })
      .first()
      .click();
    await heading(page, 'Vorhaben').waitFor();
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    expect(await page.getByLabel('Titel des Vorhabens').evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('sum up the errors of a form, take the focus, and lead to the field', async () => {
    const { awardId } = await driveToState(portal.client, 'BANK_CONFIRMED', { applicant: 'GI' });
    const page = await portal.signIn('antrag@gi.wir.example');
    await page.goto(`/zuwendungen/${awardId}/auszahlung`);
    await page.getByLabel('Betrag').fill('120.000,01');
    await page.getByLabel('Benötigt bis').fill('31.02.2026');
    await press(page, 'Mittelabruf anlegen');
    const summary = page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie Ihre Angaben' });
    await summary.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    await summary.getByRole('link', { name: /^Betrag/ }).press('Enter');
    const amount = page.getByLabel('Betrag');
    expect(await amount.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await amount.inputValue()).toBe('120.000,01');
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
  });

  it('show both versions when two windows have changed the same draft, and keep the own text', async () => {
    const { applicationId } = await driveToState(portal.client, 'DRAFT', { applicant: 'HP' });
    const first = await portal.signIn('antrag@hp.wir.example');
    const second = await portal.signIn('antrag@hp.wir.example');
    for (const page of [first, second]) {
      await page.goto(`/antraege/${applicationId}/bearbeiten/vorhaben`);
      await heading(page, 'Vorhaben').waitFor();
    }
    await first.getByLabel('Titel des Vorhabens').fill('Erste Fassung');
    await first.getByLabel('Titel des Vorhabens').blur();
    await seeStatus(first, /Alle Änderungen gespeichert/);
    await second.getByLabel('Titel des Vorhabens').fill('Zweite Fassung');
    await second.getByLabel('Titel des Vorhabens').blur();
    await second.getByRole('alert').filter({ hasText: 'Jemand anderes hat inzwischen gespeichert.' }).waitFor();
    await press(second, 'Vergleichen');
    const dialog = second.getByRole('dialog', { name: 'Zwei Fassungen' });
    const title = dialog.getByRole('group', { name: 'Titel des Vorhabens' });
    await title.getByRole('radio', { name: /Fassung auf dem Server Erste Fassung/ }).waitFor();
    await title.getByRole('radio', { name: /Meine Fassung Zweite Fassung/ }).check();
    await dialog.getByRole('button', { name: 'Auswahl übernehmen' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await seeStatus(second, /Alle Änderungen gespeichert/);
    await first.reload();
    await heading(first, 'Vorhaben').waitFor();
    expect(await first.getByLabel('Titel des Vorhabens').inputValue()).toBe('Zweite Fassung');
  });
});
