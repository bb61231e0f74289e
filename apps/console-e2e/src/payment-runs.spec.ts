import { aReturnFile, driveToState, PERSONAS } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { sidewaysScroll, violationsOn } from './accessibility';
import { freezeRun, releaseRun } from './flow-money';
import { confirmDialog, heading, mainOf, plainSpaces, press, seeState } from './speak';
import { usePortal } from './use-portal';

/** Nothing to find on the page as it stands now, in both schemes. */
async function seeNothingWrong(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOn(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
}

type Journey = Awaited<ReturnType<typeof driveToState>>;

describe('a payment run', () => {
  const portal = usePortal('base');
  const orderStates = async (): Promise<Record<string, string>> => {
    const { rows } = await portal.database.owner.query<{ order_number: string; state: string }>(
      'SELECT order_number, state FROM disbursements.payment_order',
    );
    return Object.fromEntries(rows.map(({ order_number, state }) => [order_number, state]));
  };
  let right: Journey;
  let wrong: Journey;
  let orderer: Page;
  let budget: Page;

  beforeAll(async () => {
    right = await driveToState(portal.client, 'ORDERED', { applicant: 'WI', years: [2026] });
    wrong = await driveToState(portal.client, 'ORDERED', { applicant: 'KS', years: [2026] });
    orderer = await portal.signIn(PERSONAS.paymentOrderer);
    budget = await portal.signIn(PERSONAS.budgetOfficer);
  }, 180_000);

  it('is taken back with a reason while it waits, and its orders are free again', async () => {
    await freezeRun(orderer);
    await mainOf(orderer).getByRole('button', { name: 'Weitere Aktionen' }).click();
    await orderer.getByRole('menuitem', { name: 'Zurücknehmen' }).click();
    await orderer.getByRole('dialog').getByLabel('Grund').fill('Ein Betrag ist strittig');
    await confirmDialog(orderer, 'Zurücknehmen');
    await seeState(orderer, 'Zurückgenommen');
    await orderer.getByText('Ein Betrag ist strittig').waitFor();
    expect(await mainOf(orderer).getByText('herunterladen').count()).toBe(0);
    await seeNothingWrong(orderer);
    await orderer.goto('/zahlungslauf/neu');
    await mainOf(orderer).getByText('2 ausgewählt').waitFor();
  });

  it('is frozen by one, released by another, and gives its three files out only then', async () => {
    const runId = await freezeRun(orderer);
    expect(await mainOf(orderer).getByRole('button', { name: 'Freigeben', exact: true }).count()).toBe(0);
    await mainOf(orderer)
      .getByText(/gibt ihn nicht selbst frei|eine andere Person/)
      .first()
      .waitFor();
    expect(await mainOf(orderer).getByText('herunterladen').count()).toBe(0);
    await seeNothingWrong(orderer);

    await budget.goto('/zahlungslauf');
    await seeState(budget, 'Wartet auf Freigabe');
    await budget.goto(`/zahlungslauf/${runId}`);
    await press(budget, 'Freigeben');
    await budget.getByRole('dialog').getByRole('region', { name: 'Empfängerkonten' }).waitFor();
    await seeNothingWrong(budget);
    await budget.keyboard.press('Escape');
    await releaseRun(budget, runId);
    const names = await mainOf(budget)
      .getByRole('link', { name: /herunterladen$/ })
      .allInnerTexts();
    expect(names.map(plainSpaces)).toEqual([
      'Kassenanordnung (PDF) herunterladen',
      'SEPA-Datei (pain.001) herunterladen',
      'Liste (CSV) herunterladen',
    ]);
    for (const format of ['pdf', 'pain.001', 'csv'])
      expect((await budget.request.get(`/api/v1/payment-runs/${runId}/file?format=${format}`)).status()).toBe(200);
    await seeNothingWrong(budget);
  });

  it('is answered: a dry run books nothing, the booking does, and what does not fit becomes a case', async () => {
    const { name, type, content } = aReturnFile([
      { orderNumber: right.orderNumber, status: 'PAID', amountCents: 6_000_000, valueDate: '2026-03-02' },
      { orderNumber: wrong.orderNumber, status: 'PAID', amountCents: 5_999_999, valueDate: '2026-03-02' },
    ]);
    await budget.goto('/zahlungslauf/ruecklauf');
    await budget.getByLabel('Datei der Kasse').setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) });
    await press(budget, 'Probelauf starten');
    await budget.getByText('Noch ist nichts gebucht.').waitFor();
    await seeNothingWrong(budget);
    expect(await orderStates()).toEqual({ [right.orderNumber]: 'EXPORTED', [wrong.orderNumber]: 'EXPORTED' });

    await press(budget, 'Jetzt buchen');
    await budget.getByRole('heading', { name: `Ergebnis: ${name}` }).waitFor();
    expect(await orderStates()).toEqual({ [right.orderNumber]: 'PAID', [wrong.orderNumber]: 'EXPORTED' });
    await seeNothingWrong(budget);
    await mainOf(budget)
      .getByRole('link', { name: /^Zum Klärungsfall/ })
      .first()
      .click();
    await heading(budget, `Klärungsfall ${wrong.orderNumber}`).waitFor();
  });

  it('leaves a case that one takes over and another waives', async () => {
    const address = new URL(budget.url()).pathname;
    await press(budget, 'Übernehmen');
    await seeState(budget, 'In Klärung');
    await budget.getByText(/lässt ihn nicht selbst auf sich beruhen/).waitFor();
    await seeNothingWrong(budget);

    const head = await portal.signIn(PERSONAS.headOfUnit, { viewport: { width: 320, height: 900 } });
    await head.goto('/zahlungslauf/klaerungsfaelle');
    await seeState(head, 'In Klärung');
    await seeNothingWrong(head);
    await head.goto(address);
    await mainOf(head).getByRole('button', { name: 'Weitere Aktionen' }).click();
    await head.getByRole('menuitem', { name: 'Auf sich beruhen lassen' }).click();
    await head.getByRole('dialog').getByLabel('Grund').fill('Rundungsdifferenz der Bank, belegt');
    await confirmDialog(head, 'Auf sich beruhen lassen');
    await seeState(head, 'Auf sich beruhend');
    await head.getByText('Rundungsdifferenz der Bank, belegt').waitFor();
    await seeNothingWrong(head);
  });

  it('is reconciled to the cent, and what still waits for the cash office is named', async () => {
    await budget.goto('/zahlungslauf/abgleich');
    await budget.getByText('Alles stimmt auf den Cent überein.').waitFor();
    await mainOf(budget).getByRole('link', { name: 'Anordnungen: 1' }).waitFor();
    await seeNothingWrong(budget);
  });
});
