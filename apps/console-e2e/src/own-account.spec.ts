import { nudgeClock } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { mailedLink } from './invitation';
import { atStart, usable } from './own-account';
import { confirmDialog, heading, mainOf, press, seeStatus } from './speak';
import { usePortal } from './use-portal';

const NEW_PASSWORD = 'Kobold Regen Zaun Tasse';
const QUIET = { reducedMotion: 'reduce' } as const;

async function nameOf(page: Page): Promise<string> {
  const label = await page.getByRole('button', { name: /^Konto von / }).getAttribute('aria-label');
  return label?.replace('Konto von ', '') ?? '';
}

describe('the own account', () => {
  const portal = usePortal('base');

  /** The answer tells nobody whether a mail will follow, so it comes before the mail is even asked for. */
  async function resetIsWaiting(): Promise<void> {
    for (let look = 0; look < 500; look++) {
      const { rowCount } = await portal.database.owner.query(
        "SELECT FROM notifications.outbound_message WHERE link_purpose = 'RESET'",
      );
      if (rowCount) return;
    }
    throw new Error('No mail was asked for');
  }

  it('gets a new password by mail when the old one is forgotten', async () => {
    const page = await portal.visit(QUIET);
    await page.goto('/anmelden');
    await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
    await heading(page, 'Passwort vergessen').waitFor();
    await page.getByLabel('E-Mail-Adresse').fill('presse@wir.example');
    await press(page, 'Link anfordern');
    await seeStatus(page, /ist jetzt eine E-Mail unterwegs/);
    await usable(page);

    await resetIsWaiting();
    await nudgeClock(portal.client);
    const link = await mailedLink(portal.client, 'presse@wir.example');
    await page.goto(link);
    await heading(page, 'Neues Passwort festlegen').waitFor();
    expect(page.url()).not.toContain(link.slice(8));
    await mainOf(page).getByText('presse@wir.example').waitFor();
    const password = page.getByLabel('Neues Passwort', { exact: true });
    await password.fill('zu kurz');
    await press(page, 'Passwort festlegen');
    await mainOf(page).getByRole('alert').waitFor();
    await usable(page);
    await password.fill(NEW_PASSWORD);
    await press(page, 'Passwort festlegen');
    await mainOf(page).getByText('Das Passwort ist festgelegt.').waitFor();
    expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('presse@wir.example');
    await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
    await press(page, 'Anmelden');
    await atStart(page);

    await page.goto(link);
    await heading(page, 'Dieser Link gilt nicht mehr').waitFor();
  });

  it('lends its roles to a deputy, who sees in whose name they act and gives them back', async () => {
    const absent = await portal.signIn('haushalt@wir.example', QUIET);
    const deputy = await portal.signIn('sachbearbeitung@wir.example', QUIET);
    await absent.goto('/konto/vertretung');
    await press(absent, 'Vertretung einrichten');
    await absent.getByLabel('Vertretung durch').selectOption({ label: await nameOf(deputy) });
    await absent.getByLabel('Bis einschließlich').fill('06.03.2026');
    await absent.getByLabel('Grund').fill('Fortbildung');
    await usable(absent);
    await press(absent, 'Vertretung einrichten');
    await seeStatus(absent, 'Die Vertretung ist eingerichtet.');
    await mainOf(absent)
      .getByRole('heading', { name: await nameOf(deputy) })
      .waitFor();
    await usable(absent);

    await deputy.goto('/konto/vertretung');
    await deputy.getByText(`in Vertretung für ${await nameOf(absent)}`).waitFor();
    await deputy.getByText(/Haushalt für .* bis 06\.03\.2026/).waitFor({ state: 'attached' });
    await usable(deputy);
    await deputy.setViewportSize({ width: 320, height: 800 });
    await usable(deputy);
    await mainOf(deputy)
      .getByRole('button', { name: /^Zurückgeben/ })
      .click();
    await deputy.getByRole('dialog').getByLabel('Grund').fill('Wieder im Dienst');
    await confirmDialog(deputy, 'Vertretung beenden');
    await seeStatus(deputy, 'Die Vertretung ist beendet.');
    await deputy.getByText(/^in Vertretung für/).waitFor({ state: 'detached' });
  });

  it('is all that can be reached while a second factor is demanded and missing', async () => {
    const page = await portal.visit(QUIET);
    // The demo only offers factors: what a portal that demands one says of this person is put in its mouth.
    await page.route('**/api/v1/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), mustEnrol: true, hasFactor: false } });
    });
    await page.goto('/anmelden');
    await page.getByLabel('E-Mail-Adresse').fill('anordnung2@wir.example');
    await page.getByLabel('Passwort', { exact: true }).fill('Demo-Zugang-2026!');
    await press(page, 'Anmelden');
    await heading(page, 'Mein Konto').waitFor();
    await mainOf(page).getByText('Bitte richten Sie einen zweiten Faktor ein').waitFor();
    expect(await page.getByRole('navigation', { name: 'Hauptnavigation' }).count()).toBe(0);
    await usable(page);
    await page.goto('/zahlungslauf');
    await page.waitForURL(/\/konto\/sicherheit$/);
  });
});
