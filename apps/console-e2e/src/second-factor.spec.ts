import { driveToState } from '@wir/shared/testing';
import {
  appCode,
  atStart,
  confirmAtOnce,
  fillSignIn,
  letFactorAge,
  plugInAuthenticator,
  removeApp,
  setUpApp,
  signOut,
  stepUpDialog,
  usable,
} from './own-account';
import { confirmDialog, heading, mainOf, press, seeState, seeStatus } from './speak';
import { usePortal } from './use-portal';

const QUIET = { reducedMotion: 'reduce' } as const;

describe('the second factor', () => {
  const portal = usePortal('base');

  it('is set up with the app and asked for at the next sign-in, in the same place', async () => {
    const page = await portal.signIn('haushalt2@wir.example', QUIET);
    const app = await setUpApp(portal, page);
    expect(app.recoveryCodes).toHaveLength(10);
    await seeStatus(page, 'Die Authenticator-App ist eingerichtet.');
    await usable(page);
    await signOut(page);

    await fillSignIn(page, 'haushalt2@wir.example');
    await mainOf(page).getByText('haushalt2@wir.example').waitFor();
    const code = mainOf(page).getByLabel(/Code aus der/);
    await code.fill('000000');
    await press(page, 'Anmelden');
    await mainOf(page).getByRole('alert').waitFor();
    await usable(page);
    await code.fill(await appCode(portal, app));
    await press(page, 'Anmelden');
    await atStart(page);
    await signOut(page);

    await fillSignIn(page, 'haushalt2@wir.example');
    await press(page, 'Wiederherstellungscode verwenden');
    await mainOf(page)
      .getByLabel('Wiederherstellungscode', { exact: true })
      .fill(app.recoveryCodes[0] ?? '');
    await press(page, 'Anmelden');
    await atStart(page);
    await page.goto('/konto/sicherheit');
    await mainOf(page).getByText('Noch 9 Codes unbenutzt').waitFor();
  });

  it('is shown again before a signature, which then goes on by itself', async () => {
    const { noticeId } = await driveToState(portal.client, 'IN_COSIGN', { applicant: 'GI' });
    const page = await portal.signIn('leitung2@wir.example', QUIET);
    const app = await setUpApp(portal, page);
    await letFactorAge(portal);
    await page.goto(`/bescheide/${noticeId}`);
    await press(page, 'Zeichnen');
    await confirmAtOnce(page, 'Zeichnen');
    const dialog = stepUpDialog(page);
    await dialog.getByLabel(/Code aus der/).fill(await appCode(portal, app));
    await usable(page);
    await dialog.getByRole('button', { name: 'Bestätigen', exact: true }).click();
    await seeState(page, 'gezeichnet');
  });

  it('cannot be removed by whoever finds the desk unlocked', async () => {
    const page = await portal.signIn('anordnung@wir.example', QUIET);
    const app = await setUpApp(portal, page);
    await letFactorAge(portal);
    await removeApp(page);
    const dialog = stepUpDialog(page);
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await mainOf(page).getByText('Es wurde nichts ausgeführt.').waitFor();
    await usable(page);

    await removeApp(page);
    await dialog.getByRole('button', { name: 'Wiederherstellungscode verwenden' }).click();
    await dialog.getByLabel('Wiederherstellungscode', { exact: true }).fill(app.recoveryCodes[3] ?? '');
    await dialog.getByRole('button', { name: 'Bestätigen', exact: true }).click();
    await seeStatus(page, 'Die Authenticator-App ist entfernt.');
    await mainOf(page).getByRole('button', { name: 'Einrichten', exact: true }).waitFor();
  });
});

describe('a passkey', () => {
  const portal = usePortal('base');

  it('is added, signs in without a password, and confirms its own removal', async () => {
    // Browsers bind passkeys to names, never to numbers.
    const baseURL = portal.url.replace('127.0.0.1', 'localhost');
    const page = await portal.visit({ ...QUIET, baseURL });
    await plugInAuthenticator(page);
    await fillSignIn(page, 'sachbearbeitung@wir.example');
    await atStart(page);
    await page.goto('/konto/sicherheit');
    await press(page, 'Passkey hinzufügen');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name des Passkeys').fill('Dienst-Notebook');
    await dialog.getByLabel('Bisheriges Passwort', { exact: true }).fill('Demo-Zugang-2026!');
    await usable(page);
    await dialog.getByRole('button', { name: 'Passkey anlegen' }).click();
    await dialog.getByRole('button', { name: 'Ich habe die Codes gesichert' }).click();
    await seeStatus(page, 'Der Passkey ist angelegt.');
    await mainOf(page).getByText('Dienst-Notebook', { exact: true }).waitFor();
    await usable(page);
    await signOut(page);

    await press(page, 'Mit Passkey anmelden');
    await atStart(page);
    await letFactorAge(portal);
    await page.goto('/konto/sicherheit');
    await mainOf(page)
      .getByRole('button', { name: /^Entfernen.*Dienst-Notebook/ })
      .click();
    await confirmAtOnce(page, 'Passkey entfernen');
    await stepUpDialog(page).getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
    await seeStatus(page, 'Der Passkey ist entfernt.');
  });
});

describe('the own sessions', () => {
  const portal = usePortal('base');

  it('are listed, and another one ends at once', async () => {
    const desk = await portal.signIn('leitung@wir.example', QUIET);
    const other = await portal.signIn('leitung@wir.example', QUIET);
    await desk.goto('/konto/sitzungen');
    await desk.getByText('Diese Sitzung', { exact: true }).waitFor();
    await usable(desk);
    await mainOf(desk)
      .getByRole('button', { name: /^Beenden/ })
      .first()
      .click();
    await confirmDialog(desk, 'Sitzung beenden');
    await seeStatus(desk, 'Die Sitzung ist beendet.');
    await other.goto('/bescheide');
    await heading(other, 'Anmelden').waitFor();
    await desk.goto('/bescheide');
    await heading(desk, 'Bescheide').waitFor();
  });

  it('warn before they end for want of use, go on with one press, and end over the page', async () => {
    const page = await portal.visit(QUIET);
    await page.clock.install();
    await fillSignIn(page, 'haushalt2@wir.example');
    await atStart(page);
    await page.goto('/konto/sitzungen');
    await page.getByText('Diese Sitzung', { exact: true }).waitFor();
    await page.clock.fastForward('25:30');
    const warning = page.getByRole('alertdialog', { name: 'Sind Sie noch da?' });
    await warning.waitFor();
    await usable(page);
    await warning.getByRole('button', { name: 'Angemeldet bleiben' }).click();
    await warning.waitFor({ state: 'hidden' });

    await page.clock.fastForward('30:30');
    const again = page.getByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' });
    await again.waitFor();
    await usable(page);
    await again.getByLabel('Passwort', { exact: true }).fill('Demo-Zugang-2026!');
    await again.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await again.waitFor({ state: 'hidden' });
    await heading(page, 'Mein Konto').waitFor();
  });

  it('end in all tabs when the person signs out in one', async () => {
    const page = await portal.signIn('pruefung@wir.example', QUIET);
    const tab = await page.context().newPage();
    await tab.goto('/bescheide');
    await heading(tab, 'Bescheide').waitFor();
    await signOut(page);
    await heading(tab, 'Anmelden').waitFor();
  });
});
