import { sidewaysScroll, violationsOn } from './accessibility';
import { idInAddress, mainOf, plainSpaces, press, pressAndConfirm, seeState, seeStatus } from './speak';
import { usePortal } from './use-portal';
import { drawn, settled } from './walk-routes';
import type { Page } from 'playwright-core';

const QUIET = { reducedMotion: 'reduce' } as const;
const MILLION = '1.000.000,00 €';

async function usable(page: Page): Promise<void> {
  await settled(page);
  await drawn(page);
  expect({ violations: await violationsOn(page), sideways: await sidewaysScroll(page) }).toEqual({
    violations: [],
    sideways: 0,
  });
}

/** Full euro of one cell of the matrix, as the person reads it. */
async function figureOf(page: Page, figure: string, column: number): Promise<string> {
  await page.goto('/haushalt');
  await settled(page);
  const row = page.locator(`tr[data-figure="${figure}"]`);
  if ((await row.count()) === 0) return '0';
  return /:\s+([\d.]+)/.exec(plainSpaces(await row.locator('td').nth(column).textContent()))?.[1] ?? '';
}

describe('a budget act', () => {
  const portal = usePortal('base');

  it('is proposed by one person, released by another, and only then moves the figures', async () => {
    const officer = await portal.signIn('haushalt@wir.example', QUIET);
    const lockedBefore = await figureOf(officer, 'locked', 1);
    const freeBefore = await figureOf(officer, 'free', 1);

    await officer.goto('/haushalt/verfuegungen');
    await mainOf(officer).getByRole('link', { name: 'Verfügung vorschlagen' }).click();
    await mainOf(officer).getByLabel('Haushaltssperre').check();
    await mainOf(officer).getByLabel('Dokument').fill('Erlass vom 1. März 2026');
    await mainOf(officer).getByLabel('Begründung').fill('Sperre nach § 41 LHO');
    await mainOf(officer).getByLabel('Haushaltsjahr').selectOption('2027');
    await mainOf(officer).getByLabel('Betrag', { exact: true }).fill('1000000');
    const effect = mainOf(officer).getByRole('region', { name: 'Wirkung' });
    await effect.getByText(`+${MILLION}`).waitFor();
    await usable(officer);
    await press(officer, 'Vorschlagen');
    const id = await idInAddress(officer, 'verfuegungen');
    await seeStatus(officer, 'Jetzt gibt eine zweite Person frei.');
    await mainOf(officer).getByText('Wer eine Haushaltsverfügung vorschlägt, gibt sie nicht selbst frei.').waitFor();
    await usable(officer);
    expect(await figureOf(officer, 'locked', 1)).toBe(lockedBefore);

    const second = await portal.signIn('haushalt2@wir.example', QUIET);
    await second.goto(`/haushalt/verfuegungen/${id}`);
    await pressAndConfirm(second, 'Freigeben und buchen');
    await seeState(second, 'Gebucht');
    await mainOf(second).getByRole('link', { name: 'Haushaltssperre' }).waitFor();
    await usable(second);

    expect(await figureOf(second, 'locked', 1)).toBe('1.000.000');
    expect(await figureOf(second, 'free', 1)).not.toBe(freeBefore);
    await second.goto('/haushalt/verfuegungen?state=APPLIED');
    await mainOf(second).getByText('Erlass vom 1. März 2026').waitFor();
    await usable(second);
  });

  it('says while it is typed that the sides do not match, and is not sent', async () => {
    const officer = await portal.signIn('haushalt@wir.example', { ...QUIET, viewport: { width: 320, height: 900 } });
    await officer.goto('/haushalt/verfuegungen/neu');
    await mainOf(officer).getByLabel('Umschichtung zwischen Jahren').check();
    const [out, into] = [
      mainOf(officer).getByRole('group', { name: 'Zeile 1' }),
      mainOf(officer).getByRole('group', { name: 'Zeile 2' }),
    ];
    await out.getByLabel('Haushaltsjahr').selectOption('2028');
    await out.getByLabel('Betrag').fill('100');
    await into.getByLabel('Haushaltsjahr').selectOption('2029');
    await into.getByLabel('Betrag').fill('99,99');
    await seeStatus(officer, /Unterschied/);
    await press(officer, 'Vorschlagen');
    await mainOf(officer)
      .getByRole('link', { name: /Es gehen 100,00.€ ab und 99,99.€ zu/ })
      .waitFor();
    await usable(officer);
    await into.getByLabel('Betrag').fill('100');
    await seeStatus(officer, 'ausgeglichen');
    await mainOf(officer).getByRole('region', { name: 'Wirkung' }).getByText('−100,00 €').first().waitFor();
  });
});
