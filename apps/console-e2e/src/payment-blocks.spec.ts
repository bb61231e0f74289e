import { driveToState, PERSONAS } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { sidewaysScroll, violationsOn } from './accessibility';
import { orderPayment } from './flow-money';
import { confirmDialog, mainOf, press, seeState } from './speak';
import { usePortal } from './use-portal';
import { drawn } from './walk-routes';

/** Nothing to find on the page as it stands now, in both schemes. */
async function seeNothingWrong(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await drawn(page);
    expect(await violationsOn(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
}

describe('a blocked payout', () => {
  const portal = usePortal('base');

  it('is set by one, refused to the orderer with its ground, lifted by another, and ordered then', async () => {
    const { requestId, awardId } = await driveToState(portal.client, 'REQUEST_CHECKED', {
      applicant: 'WI',
      years: [2026],
    });
    const worker = await portal.signIn(PERSONAS.caseWorker);
    await worker.goto(`/zuwendungen/${awardId}`);
    await press(worker, 'Auszahlung sperren');
    const dialog = worker.getByRole('dialog');
    await dialog.getByLabel('Grund der Sperre').selectOption('APPEAL');
    await dialog.getByLabel('Vermerk').fill('Klage beim Verwaltungsgericht');
    await dialog.getByLabel('Letzter Tag').fill('31.03.2026');
    await seeNothingWrong(worker);
    await confirmDialog(worker, 'Auszahlung sperren');
    await worker.getByText('Die Auszahlung ist gesperrt:').waitFor();
    await worker.getByText('Wer eine Sperre verhängt hat, hebt sie nicht selbst auf.').waitFor();
    await seeNothingWrong(worker);

    const orderer = await portal.signIn(PERSONAS.paymentOrderer);
    await orderer.goto(`/auszahlungen/${requestId}`);
    await orderer.getByText('Klage beim Verwaltungsgericht').waitFor();
    await orderer.getByText('Frühestens möglich ab 01.04.2026.').waitFor();
    expect(await mainOf(orderer).getByRole('button', { name: 'Anordnen', exact: true }).count()).toBe(0);

    const municipality = await portal.signIn('antrag@wi.wir.example');
    await municipality.goto(`/zuwendungen/${awardId}`);
    await municipality.getByText('Die Sperre gilt bis einschließlich 31.03.2026.').waitFor();
    expect(await municipality.getByText('Klage beim Verwaltungsgericht').count()).toBe(0);

    const head = await portal.signIn(PERSONAS.headOfUnit);
    await head.goto('/auszahlungen/sperren');
    await mainOf(head)
      .getByRole('button', { name: /^Sperre aufheben/ })
      .first()
      .click();
    await head.getByRole('dialog').getByLabel('Grund').fill('Klage zurückgenommen');
    await confirmDialog(head, 'Sperre aufheben');
    await seeState(head, 'Aufgehoben');
    await seeNothingWrong(head);

    await orderPayment(orderer, requestId);
  });

  it('has a plan beside it that is taken over, edited and answered by vacancies', async () => {
    const { awardId, editor } = await driveToState(portal.client, 'DECLARED', { applicant: 'KS', years: [2026] });
    const worker = await portal.signIn(PERSONAS.caseWorker, { viewport: { width: 320, height: 900 } });
    await worker.goto(`/zuwendungen/${awardId}/plan`);
    await worker.getByText('Auszahlung auf Abruf.').waitFor();
    await press(worker, 'Vorschlag übernehmen');
    await worker.getByText('Feste Raten.').waitFor();
    await press(worker, 'Plan bearbeiten');
    await worker.getByLabel('Betrag der 1. Rate').fill('1,00');
    await worker.getByText(/es fehlen/).waitFor();
    await seeNothingWrong(worker);

    const municipality = await portal.signIn(editor);
    await municipality.goto(`/zuwendungen/${awardId}/plan`);
    await press(municipality, 'Vakanz melden');
    const dialog = municipality.getByRole('dialog');
    await dialog.getByLabel('Stelle', { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel('Stellenanteil').fill('0,5');
    await dialog.getByLabel('Monate ohne Besetzung').selectOption('3');
    await dialog.getByLabel('Grund').fill('Stelle erst ab April besetzt');
    await dialog
      .getByText(/^Rate zum|statt/)
      .first()
      .waitFor();
    await seeNothingWrong(municipality);
    await confirmDialog(municipality, 'Melden');
    await municipality.getByRole('columnheader', { name: 'Nach Vakanzen' }).waitFor();
    expect(await municipality.getByRole('button', { name: 'Plan bearbeiten' }).count()).toBe(0);
  });

  it('is a matter apart from the limit of the orderer, which the head of unit sets', async () => {
    const head = await portal.signIn(PERSONAS.headOfUnit);
    await head.goto('/auszahlungen/anordnungsgrenzen');
    await press(head, 'Grenze setzen');
    const dialog = head.getByRole('dialog');
    await dialog.getByLabel('Person').selectOption({ index: 1 });
    await dialog.getByLabel('Höchstbetrag je Anordnung').fill('100');
    await dialog.getByLabel('Grund').fill('Verfügung der Abteilung');
    await seeNothingWrong(head);
    await confirmDialog(head, 'Grenze setzen');
    await head.getByRole('cell', { name: /^100,00/ }).waitFor();
    await seeNothingWrong(head);
  });
});
