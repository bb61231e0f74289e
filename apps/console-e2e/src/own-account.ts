import { DEMO_PASSWORD } from '@wir/shared/testing';
import { Secret, TOTP } from 'otpauth';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { sidewaysScroll, violationsOn } from './accessibility';
import { heading, mainOf, press } from './speak';
import type { PortalUnderTest } from './use-portal';

/** What a person has after setting up the app: the app itself and the sheet of codes. */
export interface EnrolledApp {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** The code the app shows now. Each is good once, and nobody waits half a minute here: the used step is forgotten. */
export async function appCode(portal: PortalUnderTest, { secret }: EnrolledApp): Promise<string> {
  await portal.database.owner.query('UPDATE identity.totp SET last_step = 0');
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** As if the factor had been shown longer ago than a grave deed allows. */
export async function letFactorAge(portal: PortalUnderTest): Promise<void> {
  await portal.database.owner.query("UPDATE identity.session_family SET factor_at = now() - interval '6 minutes'");
}

export async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD);
  await mainOf(page).getByRole('button', { name: 'Anmelden', exact: true }).click();
}

export async function atStart(page: Page): Promise<void> {
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'));
  await page.getByRole('button', { name: /^Konto von / }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Konto von / }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await heading(page, 'Anmelden').waitFor();
}

/** Sets up the authenticator app on the page of the own account; each picture on the way is looked at by axe. */
export async function setUpApp(portal: PortalUnderTest, page: Page): Promise<EnrolledApp> {
  await page.goto('/konto/sicherheit');
  await press(page, 'Einrichten');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bisheriges Passwort', { exact: true }).fill(DEMO_PASSWORD);
  await usable(page);
  await dialog.getByRole('button', { name: 'Weiter', exact: true }).click();
  await dialog.getByRole('img', { name: /^QR-Code/ }).waitFor();
  const secret = ((await dialog.locator('code').textContent()) ?? '').replace(/\s/g, '');
  await usable(page);
  await dialog.getByLabel(/Code aus der/).fill(await appCode(portal, { secret, recoveryCodes: [] }));
  await dialog.getByRole('button', { name: 'App bestätigen' }).click();
  const codes = dialog.getByRole('list', { name: 'Ihre Wiederherstellungscodes' }).getByRole('listitem');
  await codes.first().waitFor();
  await usable(page);
  const recoveryCodes = (await codes.allTextContents()).map((code) => code.trim());
  await dialog.getByRole('button', { name: 'Ich habe die Codes gesichert' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return { secret, recoveryCodes };
}

/** Takes the app away again; the step-up in between is the caller's. */
export async function removeApp(page: Page): Promise<void> {
  await press(page, 'App entfernen');
  await confirmAtOnce(page, 'App entfernen');
}

/** Confirms where another question may follow in the place of the first. */
export async function confirmAtOnce(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** The question that comes before grave deeds when the factor was shown too long ago. */
export function stepUpDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Bitte bestätigen Sie, dass Sie es sind' });
}

/** A device that holds passkeys, built into the browser of this page; its person is always there and known to it. */
export async function plugInAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

/** What is on the screen now can be used by everybody. */
export async function usable(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ playState }) => playState === 'running');
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
  expect({ violations: await violationsOn(page), sideways: await sidewaysScroll(page) }).toEqual({
    violations: [],
    sideways: 0,
  });
}
