import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { mainOf, press } from './speak';
import { usePortal } from './use-portal';

describe('the audit of payments', () => {
  const portal = usePortal('base');
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(portal.client, 'PAID', { applicant: 'WI', years: [2026] });
    await driveToState(portal.client, 'PAID', { applicant: 'KS', years: [2026] });
  }, 180_000);

  it('reaches application, notice and check from any payment list in three clicks', async () => {
    const page = await portal.signIn(PERSONAS.auditor);
    await page.goto('/zahlungslauf');

    await mainOf(page)
      .getByRole('link', { name: /^WIR-2026-L-/ })
      .last()
      .click();
    await mainOf(page)
      .getByRole('link', { name: /zurückverfolgen$/ })
      .first()
      .click();
    await mainOf(page)
      .getByRole('heading', { level: 1, name: /^Zahlung WIR-2026-A-/ })
      .waitFor();
    const steps = mainOf(page).locator('app-trace-chain > ol > li');
    await steps.first().waitFor();
    expect(
      await steps.locator('h2').evaluateAll((all) => all.map((one) => one.firstChild?.textContent?.trim())),
    ).toEqual(['Antrag', 'Bescheid', 'Mittelabruf', 'Prüfung', 'Anordnung', 'Zahlungslauf', 'Rückmeldung der Kasse']);
    await mainOf(page).getByRole('link', { name: 'Zum Antrag' }).click();
    await page.waitForURL((address) => address.pathname.includes(`/antraege/${journey.applicationId}`));
  });

  it('is reached from the request and from the bookings, too', async () => {
    const page = await portal.signIn(PERSONAS.budgetOfficer);
    await page.goto(`/auszahlungen/${journey.requestId}`);
    await mainOf(page).getByRole('link', { name: 'Zurückverfolgen' }).click();
    await page.waitForURL(/\/akten\/zahlungen\/WIR-2026-A-/);

    await page.goto('/haushalt/2026/ausgezahlt');
    await mainOf(page)
      .getByRole('link', { name: /: Zahlung WIR-2026-A-\d+ zurückverfolgen$/ })
      .first()
      .click();
    await page.waitForURL(/\/akten\/zahlungen\/WIR-2026-A-/);
    await mainOf(page)
      .getByText(/^Protokoll \(\d+ Einträge\)$/)
      .click();
    await mainOf(page)
      .getByText(/Auszahlung angeordnet: /)
      .waitFor();
  });

  it('draws a sample that another person draws again from its address', async () => {
    const page = await portal.signIn(PERSONAS.auditor);
    await page.goto('/akten/zahlungen');
    await page.getByLabel('Startwert').fill('LRH 2026');
    await page.getByLabel('Anzahl').fill('0');
    await press(page, 'Stichprobe ziehen');
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Anzahl').fill('1');
    await press(page, 'Stichprobe ziehen');
    await mainOf(page).getByRole('heading', { name: 'Gezogen: 1 Zahlungen' }).waitFor();
    const drawn = await mainOf(page)
      .getByRole('link', { name: /^WIR-2026-A-/ })
      .innerText();

    const other = await portal.signIn(PERSONAS.headOfUnit);
    await other.goto(new URL(page.url()).pathname + new URL(page.url()).search);
    await mainOf(other).getByRole('link', { name: drawn }).click();
    await other.waitForURL((address) => address.pathname === `/akten/zahlungen/${drawn}`);
  });

  it('is nothing for whoever orders payments', async () => {
    const page = await portal.signIn(PERSONAS.paymentOrderer);
    await page.goto(`/auszahlungen/${journey.requestId}`);
    await mainOf(page).getByRole('heading', { level: 1 }).waitFor();
    expect(await mainOf(page).getByRole('link', { name: 'Zurückverfolgen' }).count()).toBe(0);

    await page.goto('/akten/zahlungen');
    await page.getByRole('heading', { name: 'Kein Zugriff' }).waitFor();
  });
});
