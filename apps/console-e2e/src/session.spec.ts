import { DEMO_PASSWORD, driveToState } from '@wir/shared/testing';
import { heading, mainOf, press, seeStatus } from './speak';
import { usePortal } from './use-portal';

describe('a session in the browser', () => {
  const portal = usePortal('base');

  it('lives through a reload, and leads to the page that was asked for before signing in', async () => {
    const page = await portal.visit();
    await page.goto('/haushalt');
    await page.waitForURL(/\/anmelden\?ziel=/);
    await page.getByLabel('E-Mail-Adresse').fill('haushalt@wir.example');
    await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD);
    await mainOf(page).getByRole('button', { name: 'Anmelden', exact: true }).click();
    await heading(page, 'Haushalt').waitFor();
    await page.reload();
    await heading(page, 'Haushalt').waitFor();
    await page.getByRole('button', { name: /^Konto von / }).waitFor();
  });

  it("shows another municipality's case as one that does not exist", async () => {
    const { applicationId } = await driveToState(portal.client, 'DRAFT', { applicant: 'HG' });
    const page = await portal.signIn('antrag@hp.wir.example');
    const texts: string[] = [];
    for (const id of [applicationId, '00000000-0000-4000-8000-000000000000']) {
      await page.goto(`/antraege/${id}/antrag`);
      await heading(page, 'Seite nicht gefunden').waitFor();
      const said = await mainOf(page).getByRole('alert').innerText();
      texts.push(said.replace(/[0-9a-f-]{36}/, ''));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('ends with signing out: the pages are closed and stay so on the way back', async () => {
    const page = await portal.signIn('leitung@wir.example');
    await page.goto('/bescheide');
    await heading(page, 'Bescheide').waitFor();
    await page.getByRole('button', { name: /^Konto von / }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await heading(page, 'Anmelden').waitFor();
    await page.goto('/bescheide');
    await page.waitForURL(/\/anmelden/);
    await heading(page, 'Anmelden').waitFor();
  });

  it('asks in place for the password when it has ended, and keeps what was typed', async () => {
    const page = await portal.signIn('antrag@lm.wir.example');
    await page.goto('/antraege');
    await press(page, 'Neuer Antrag');
    await heading(page, 'Träger').waitFor();
    await portal.database.owner.query(
      "UPDATE identity.session_family SET ended_at = now(), end_reason = 'test' WHERE kind = 'browser' AND ended_at IS NULL",
    );
    const name = page.getByLabel('Name der Ansprechperson');
    await name.fill('Alex Beispiel');
    const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' });
    await dialog.waitFor();
    expect(await name.inputValue()).toBe('Alex Beispiel');
    await dialog.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await seeStatus(page, /Alle Änderungen gespeichert/);
    await page.reload();
    await heading(page, 'Träger').waitFor();
    expect(await page.getByLabel('Name der Ansprechperson').inputValue()).toBe('Alex Beispiel');
  });
});
