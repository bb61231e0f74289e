import { moveClockTo, nudgeClock, reconciliationFindings } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import {
  decideApplication,
  reviewApplication,
  seeHistory,
  signApplication,
  writeApplication,
} from './flow-application';
import {
  checkPayment,
  confirmAccount,
  declareAccount,
  importReturn,
  orderPayment,
  requestPayment,
  runPayments,
  seeMoney,
  submitPayment,
  type MoneyOf2026,
} from './flow-money';
import { press, pressAndConfirm, seeState } from './speak';
import { usePortal } from './use-portal';
import { PageWatch } from './watch-page';

const NOTHING: MoneyOf2026 = {
  vorgemerkt: '0,00 €',
  gebunden: '0,00 €',
  angeordnet: '0,00 €',
  ausgezahlt: '0,00 €',
};

describe('the main flow in the browser', () => {
  const portal = usePortal('base');
  const watches: PageWatch[] = [];
  const person = async (email: string): Promise<Page> => {
    const page = await portal.signIn(email);
    watches.push(new PageWatch(page, portal.url));
    return page;
  };

  it('takes an application from the draft to a paid instalment, and finance sees every step to the cent', async () => {
    const [editor, signatory, desk, head, budget, orderer] = [
      await person('antrag@f.wir.example'),
      await person('zeichnung@f.wir.example'),
      await person('sachbearbeitung@wir.example'),
      await person('leitung@wir.example'),
      await person('haushalt@wir.example'),
      await person('anordnung@wir.example'),
    ];

    const applicationId = await writeApplication(editor);
    await signApplication(signatory, applicationId);
    await reviewApplication(desk, applicationId);
    await seeMoney(budget, NOTHING);
    await budget.goto(`/antraege/${applicationId}/pruefung`);
    await pressAndConfirm(budget, 'Mittel vormerken');
    await seeState(budget, 'Mittel bestätigt');
    await seeMoney(budget, { ...NOTHING, vorgemerkt: '120.000,00 €' });

    const noticeId = await decideApplication(head, applicationId);
    await desk.goto(`/bescheide/${noticeId}`);
    await pressAndConfirm(desk, 'Zur Zeichnung geben');
    await seeState(desk, 'zur Zeichnung');
    await head.goto(`/bescheide/${noticeId}`);
    await pressAndConfirm(head, 'Zeichnen');
    await seeState(head, 'gezeichnet');
    await seeMoney(budget, { ...NOTHING, gebunden: '120.000,00 €' });

    const awardId = await notify(desk, signatory, noticeId);
    await declareAccount(signatory, awardId);
    await confirmAccount(desk, awardId);

    const requestId = await requestPayment(editor, awardId, '60.000');
    await submitPayment(signatory, requestId);
    await checkPayment(desk, requestId);
    await orderPayment(orderer, requestId);
    await seeMoney(budget, { ...NOTHING, gebunden: '60.000,00 €', angeordnet: '60.000,00 €' });
    const { orderNumber, painFile } = await runPayments(orderer, budget);
    expect(painFile).toContain('<InstdAmt Ccy="EUR">60000.00</InstdAmt>');
    expect(painFile).toContain('DE89370400440532013000');
    await importReturn(budget, orderNumber, 6_000_000);
    await seeMoney(budget, { ...NOTHING, gebunden: '60.000,00 €', ausgezahlt: '60.000,00 €' });

    await seeHistory(desk, applicationId);
    await budget.goto('/haushalt');
    await press(budget, 'Abgleichen');
    await budget.getByText('Alles stimmt überein.').waitFor();
    expect(await reconciliationFindings(portal.database.owner)).toEqual([]);
    expect(watches.flatMap((watch) => watch.take())).toEqual([]);
  }, 600_000);

  /** By the portal: retrieved today, notified tomorrow, final by the waiver. Answers the award it leads to. */
  async function notify(desk: Page, signatory: Page, noticeId: string): Promise<string> {
    await desk.reload();
    await press(desk, 'Absenden');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Über das Portal/ }).check();
    await dialog.getByRole('button', { name: 'Absenden' }).click();
    await seeState(desk, 'abgesandt');
    await signatory.goto(`/bescheide/${noticeId}`);
    await press(signatory, 'Bescheid abrufen');
    await signatory
      .getByRole('link', { name: /^Herunterladen/ })
      .or(signatory.getByRole('button', { name: /^Herunterladen/ }))
      .waitFor();
    await moveClockTo(portal.client, '2026-03-03');
    await nudgeClock(portal.client);
    await signatory.reload();
    await pressAndConfirm(signatory, 'Auf Rechtsbehelf verzichten', 'Verbindlich verzichten');
    await signatory.getByText('Sie haben auf Rechtsbehelfe verzichtet.').waitFor();
    await signatory.getByRole('link', { name: 'Erklärung und Auszahlung' }).click();
    await signatory.waitForURL(/\/zuwendungen\//);
    return new URL(signatory.url()).pathname.split('/')[2] ?? '';
  }
});
