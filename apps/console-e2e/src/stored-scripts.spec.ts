import { aFinancingPlan, aPlanYear, driveToState, type Journey } from '@wir/shared/testing';
import { HOSTILE_TEXTS } from './hostile-texts';
import { usePortal } from './use-portal';
import { settled } from './walk-routes';
import { PageWatch } from './watch-page';

interface Versioned {
  readonly version: number;
}

describe('texts that would like to be programs', () => {
  const portal = usePortal('base');
  let journey: Journey;
  let version: number;

  const change = async (body: object): Promise<void> => {
    const path = `/applications/${journey.applicationId}`;
    const answer = await portal.client.patch<Versioned>(path, body, { as: journey.editor, ifMatch: version });
    expect(answer.status).toBe(200);
    version = answer.body.version;
  };

  beforeAll(async () => {
    journey = await driveToState(portal.client, 'DRAFT');
    const path = `/applications/${journey.applicationId}`;
    version = (await portal.client.get<Versioned>(path, { as: journey.editor })).body.version;
    const expenses = HOSTILE_TEXTS.slice(0, 50).map((label) => ({
      component: 'COORDINATOR_POST',
      label: label.slice(0, 200),
      amountCents: 264_000,
    }));
    const plan = aFinancingPlan([aPlanYear(2026, { expenses })]);
    const saved = await portal.client.put<Versioned>(`${path}/financing-plan`, plan, {
      as: journey.editor,
      ifMatch: version,
    });
    expect(saved).toMatchObject({ status: 200, body: { version: expect.any(Number) } });
    version = saved.body.version;
    for (const title of HOSTILE_TEXTS) await change({ title });
    await change({ purpose: HOSTILE_TEXTS.join('\n'), contactName: HOSTILE_TEXTS[10] });
  }, 120_000);

  it.each([
    ['the list', () => '/antraege'],
    ['the application', () => `/antraege/${journey.applicationId}/antrag`],
    ['the form', () => `/antraege/${journey.applicationId}/bearbeiten/vorhaben`],
    ['the costs', () => `/antraege/${journey.applicationId}/bearbeiten/kosten`],
    ['the history of every change', () => `/antraege/${journey.applicationId}/verlauf`],
    ['a search', () => `/antraege?search=${encodeURIComponent(HOSTILE_TEXTS[10] ?? '')}`],
    ['a message in the address', () => `/anmelden?grund=${encodeURIComponent(HOSTILE_TEXTS[0] ?? '')}`],
  ])('stay texts in %s', async (_page, path) => {
    const page = await portal.signIn(journey.editor);
    const watch = new PageWatch(page, portal.url);
    await page.goto(path());
    await settled(page);
    await page.mouse.move(300, 300);
    await page.keyboard.press('Tab');

    expect(watch.take()).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelectorAll('main script, main iframe, main object, [onerror]').length),
    ).toBe(0);
    if (path().endsWith('verlauf')) {
      const shown = (await page.getByRole('main').textContent()) ?? '';
      expect(HOSTILE_TEXTS.filter((text) => !shown.includes(text))).toEqual([]);
    }
    await page.context().close();
  });

  it('stay texts on paper', async () => {
    const page = await portal.signIn(journey.editor);
    const watch = new PageWatch(page, portal.url);
    await page.goto(`/antraege/${journey.applicationId}/antrag`);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    await page.pdf();

    expect(watch.take()).toEqual([]);
  });

  it('lead nowhere after signing in', async () => {
    for (const target of [
      '//evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/\\evil.example',
      '\\\\evil.example',
    ]) {
      const page = await portal.visit();
      const watch = new PageWatch(page, portal.url);
      await page.goto(`/anmelden?ziel=${encodeURIComponent(target)}`);
      await page.getByLabel('E-Mail-Adresse').fill(journey.editor);
      await page.getByLabel('Passwort', { exact: true }).fill('Demo-Zugang-2026!');
      await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
      await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'));
      expect(new URL(page.url()).origin).toBe(portal.url);
      expect(watch.take()).toEqual([]);
      await page.context().close();
    }
  });
});
