import { driveToState } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { mailedLink } from './invitation';
import { confirmDialog, heading, mainOf, press, seeState, seeStatus } from './speak';
import { usePortal } from './use-portal';

const PASSWORD = 'Vier ruhige Wörter reichen';

describe('administering accounts', () => {
  const portal = usePortal('base');

  async function openAccount(page: Page, name: string, tab = 'konto'): Promise<void> {
    await page.goto(`/zugaenge?search=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name, exact: true }).click();
    await heading(page, name).waitFor();
    if (tab !== 'konto') await page.goto(page.url().replace(/\/konto$/, `/${tab}`));
  }

  async function fillReason(page: Page, reason: string): Promise<void> {
    await page.getByRole('dialog').getByLabel('Grund').fill(reason);
  }

  async function signInAs(email: string): Promise<Page> {
    const page = await portal.visit();
    await page.goto('/anmelden');
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await mainOf(page).getByRole('button', { name: 'Anmelden', exact: true }).click();
    return page;
  }

  it('invites a person, who chooses the password and works with the role at once', async () => {
    const email = 'erika.neu@wir.example';
    const admin = await portal.signIn('admin@wir.example');
    await admin.goto('/zugaenge');
    await mainOf(admin).getByRole('link', { name: 'Neues Konto' }).click();
    await heading(admin, 'Neues Konto').waitFor();
    await press(admin, 'Anlegen und einladen');
    await admin.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
    await admin.getByLabel('Name', { exact: true }).fill('Erika Neumann');
    await admin.getByLabel('E-Mail-Adresse').fill(email);
    await admin.getByRole('checkbox', { name: /^Sachbearbeitung/ }).check();
    await admin.getByLabel('Grund').fill('Neu im Referat');
    await press(admin, 'Anlegen und einladen');
    await heading(admin, 'Erika Neumann').waitFor();
    await seeState(admin, 'eingeladen');

    const page = await portal.visit();
    await page.goto(await mailedLink(portal.client, email));
    await heading(page, 'Zugang einrichten').waitFor();
    await page.getByLabel('Neues Passwort', { exact: true }).fill(PASSWORD);
    await press(page, 'Passwort festlegen');
    await heading(page, 'Anmelden').waitFor();

    const person = await signInAs(email);
    await person.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Anträge' }).click();
    await heading(person, 'Anträge').waitFor();
    await admin.reload();
    await seeState(admin, 'aktiv');
  });

  it('takes a role away in the middle of a session', async () => {
    const worker = await portal.signIn('sachbearbeitung2@wir.example');
    await worker.goto('/antraege');
    await heading(worker, 'Anträge').waitFor();

    const admin = await portal.signIn('admin@wir.example');
    await openAccount(admin, 'Tobias Krämer', 'rollen');
    await mainOf(admin)
      .getByRole('button', { name: /^Rolle beenden/ })
      .click();
    await fillReason(admin, 'Wechsel in ein anderes Referat');
    await confirmDialog(admin, 'Rolle beenden');
    await seeStatus(admin, 'Das Ende der Rolle ist eingetragen.');
    await mainOf(admin).getByText('beendet', { exact: true }).waitFor();
    await mainOf(admin).getByText('Wechsel in ein anderes Referat').waitFor();

    await worker.goto('/antraege');
    await heading(worker, /Kein Zugriff|Anmelden/).waitFor();
  });

  it('closes an account with a reason, says so, and opens it again', async () => {
    const admin = await portal.signIn('admin@wir.example');
    await openAccount(admin, 'Lea Winter');
    await admin.getByLabel('Weitere Aktionen').click();
    await admin.getByRole('menuitem', { name: 'Sperren' }).click();
    await fillReason(admin, 'Gerät verloren');
    await confirmDialog(admin, 'Sperren');
    await seeState(admin, 'gesperrt');
    await mainOf(admin).getByText('Gesperrt, weil: Gerät verloren').waitFor();
    await press(admin, 'Entsperren');
    await fillReason(admin, 'Gerät gefunden');
    await confirmDialog(admin, 'Entsperren');
    await seeState(admin, 'aktiv');
  });

  it('hands over what a leaver leaves behind and closes the account', async () => {
    const { caseNumber } = await driveToState(portal.client, 'UNDER_REVIEW', { applicant: 'HG' });
    const admin = await portal.signIn('admin@wir.example');
    await openAccount(admin, 'Sabine Berger');
    await admin.getByLabel('Weitere Aktionen').click();
    await admin.getByRole('menuitem', { name: 'Ausscheiden' }).click();
    await heading(admin, 'Sabine Berger scheidet aus').waitFor();
    await mainOf(admin).getByText(caseNumber).waitFor();
    await press(admin, 'Weiter');
    await admin.getByLabel('Grund').fill('Ruhestand');
    await press(admin, 'Ausscheiden eintragen');
    await admin
      .getByRole('alert')
      .getByRole('link', { name: /^Nachfolge/ })
      .waitFor();
    await admin.getByLabel('Nachfolge').selectOption({ label: 'Erika Neumann' });
    await press(admin, 'Ausscheiden eintragen');
    await mainOf(admin).getByText('Das Ausscheiden von Sabine Berger ist eingetragen.').waitFor();
    await admin.goto('/zugaenge?search=Sabine%20Berger');
    await mainOf(admin).getByText('ausgeschieden', { exact: true }).waitFor();
  });

  it('keeps the hands of an administrator off the own account', async () => {
    const admin = await portal.signIn('admin@wir.example');
    await openAccount(admin, 'Oliver Fink', 'rollen');
    await mainOf(admin).getByText('Das ist Ihr eigenes Konto.', { exact: false }).waitFor();
    expect(
      await mainOf(admin)
        .getByRole('button', { name: /Rolle beenden/ })
        .count(),
    ).toBe(0);
    await admin.getByLabel('Weitere Aktionen').click();
    await admin.getByRole('menuitem', { name: /^Sperren.*nur eine andere Person/ }).click();
    expect(await admin.getByRole('dialog').count()).toBe(0);
  });
});
