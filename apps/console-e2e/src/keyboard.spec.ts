import { DEMO_PASSWORD } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { heading, mainOf, press } from './speak';
import { usePortal } from './use-portal';

const hasFocus = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.id ?? ''}`.trim());

/** Tab by Tab, as a person without a pointer; fails when the stop is not there. */
async function tabTo(page: Page, wanted: (focused: string) => boolean, most = 60): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
    if (wanted(name)) return;
  }
  throw new Error(`Not reached within ${most} stops`);
}

describe('working without a pointer', () => {
  const portal = usePortal('base');

  it('leads from the first stop past the head into the content', async () => {
    const page = await portal.visit();
    await page.goto('/impressum');
    await heading(page, 'Impressum').waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await hasFocus(page)).toBe('MAIN main');
  });

  it('signs in by keyboard alone and puts the focus on the heading of the new page', async () => {
    const page = await portal.visit();
    await page.goto('/anmelden');
    await heading(page, 'Anmelden').waitFor();
    await tabTo(page, (name) => name.startsWith('E-Mail-Adresse'));
    await page.keyboard.type('sachbearbeitung@wir.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname === '/');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  it('moves the focus to the heading after each change of page', async () => {
    const page = await portal.signIn('sachbearbeitung@wir.example');
    for (const [link, title] of [
      ['Anträge', 'Anträge'],
      ['Haushalt', 'Haushalt'],
      ['Auszahlungen', 'Auszahlungen'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: link }).press('Enter');
      await heading(page, title).waitFor();
      await page.waitForFunction((words) => document.activeElement?.textContent?.trim() === words, title);
      expect(await hasFocus(page)).toMatch(/^H1/);
    }
  });

  it('keeps the focus inside a dialog and gives it back with Escape', async () => {
    const page = await portal.signIn('antrag@f.wir.example');
    await page.goto('/antraege');
    await press(page, 'Neuer Antrag');
    await heading(page, 'Träger').waitFor();
    await page.getByRole('link', { name: /^Kosten/ }).press('Enter');
    await heading(page, 'Kosten').waitFor();
    const opener = mainOf(page).getByRole('button', { name: 'Aus Excel einfügen' });
    await opener.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press('Tab');
      // At either end the focus passes an anchor of the trap before it is sent back inside.
      await page.waitForFunction((box) => box?.contains(document.activeElement), await dialog.elementHandle());
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('changes the language without losing what is being typed', async () => {
    const page = await portal.signIn('antrag@gi.wir.example');
    await page.goto('/antraege');
    await press(page, 'Neuer Antrag');
    await heading(page, 'Träger').waitFor();
    const name = page.getByRole('textbox').first();
    await name.fill('Alex Bei');
    await page.getByRole('button', { name: 'Sprache: DE' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'English' }).press('Enter');
    await page.getByRole('button', { name: 'Language: EN' }).waitFor();
    expect(await name.inputValue()).toBe('Alex Bei');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await name.press('End');
    await page.keyboard.type('spiel');
    expect(await name.inputValue()).toBe('Alex Beispiel');
  });

  it('switches the theme, and the next visit remembers it', async () => {
    const page = await portal.visit({ colorScheme: 'light' });
    await page.goto('/anmelden');
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme.startsWith('dark'));
    expect(await isDark()).toBe(false);
    await page.getByRole('button', { name: 'Darstellung' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Dunkel' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Dunkel' }).waitFor({ state: 'hidden' });
    expect(await isDark()).toBe(true);
    await page.reload();
    await heading(page, 'Anmelden').waitFor();
    expect(await isDark()).toBe(true);
  });
});
