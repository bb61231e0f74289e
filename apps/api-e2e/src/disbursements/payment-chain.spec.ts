import { driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface Request {
  readonly state: string;
  readonly actions: readonly { action: string; allowed: boolean; reasonCode: string | null }[];
}
interface Block {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}

describe('the chain before a payment', () => {
  const api = useApi();
  const orderer = { as: PERSONAS.paymentOrderer };
  const worker = { as: PERSONAS.caseWorker };
  const head = { as: PERSONAS.headOfUnit };

  const block = (awardId: string, more: object = {}): Promise<Answer<Block>> =>
    api.client.post<Block>('/payment-blocks', { awardId, reasonCode: 'MANUAL', reason: 'Rückfrage', ...more }, worker);
  const order = (journey: Journey): Promise<Answer<Request>> =>
    api.client.post<Request>(`/disbursement-requests/${journey.requestId}/order`, {}, orderer);
  const run = (orderIds: readonly string[]): Promise<Answer<{ code?: string }>> =>
    api.client.post('/payment-runs', { orderIds }, orderer);
  const orderIdOf = async (journey: Journey): Promise<string> => {
    const { body } = await api.client.get<{ order: { id: string } }>(
      `/disbursement-requests/${journey.requestId}`,
      orderer,
    );
    return body.order.id;
  };

  it('holds the order while a block stands, and names the first day on which it ends', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'WI', years: [2026] });
    const set = await block(journey.awardId, { endsOn: '2026-03-31' });

    expectProblem(await order(journey), 409, 'disbursement.blocked', { earliestDate: '2026-04-01' });
    const shown = await api.client.get<Request>(`/disbursement-requests/${journey.requestId}`, orderer);
    expect(shown.body.actions.find(({ action }) => action === 'order')).toMatchObject({
      allowed: false,
      reasonCode: 'disbursement.blocked',
    });
    const lift = (as: object): Promise<Answer<Block>> =>
      api.client.post<Block>(`/payment-blocks/${set.body.id}/lifting`, { reason: 'Geklärt' }, as);
    expectProblem(await lift(worker), 403, 'payment-block.same-person');
    expect((await lift(head)).body.state).toBe('LIFTED');
    expectProblem(await lift(head), 409, 'payment-block.wrong-state');
    expect((await order(journey)).status).toBe(200);
  });

  it('keeps an order out of the run when a block came after it', async () => {
    const journey = await driveToState(api.client, 'ORDERED', { applicant: 'KS', years: [2026] });
    const id = await orderIdOf(journey);
    await block(journey.awardId);

    expectProblem(await run([id]), 409, 'payment-run.order-blocked');
    await expect(
      api.database.owner.query(
        "UPDATE disbursements.payment_order SET state = 'EXPORTED', payment_run_id = gen_random_uuid(), version = version + 1 WHERE id = $1",
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'payment_order_not_blocked' });
  });

  it('shows a municipality that it is blocked, not what was written about it', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'F', years: [2026] });
    await block(journey.awardId, { reason: 'Interner Vermerk' });

    const own = await api.client.get<{ items: Block[] }>('/payment-blocks', { as: journey.editor });
    const foreign = await api.client.get<{ items: Block[] }>('/payment-blocks', { as: 'antrag@da.wir.example' });

    expect(own.body.items.map(({ reason }) => reason)).toEqual([null]);
    expect(foreign.body.items).toEqual([]);
  });

  it('voids the check when other bank data are confirmed, and holds the new account for a day', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'DA', years: [2026] });
    const award = await api.client.get<{ version: number }>(`/awards/${journey.awardId}`, worker);
    await api.client.put(
      `/awards/${journey.awardId}/declaration`,
      { iban: 'DE02120300000000202051', accountHolder: 'Stadtkasse Darmstadt' },
      { as: journey.signatory, ifMatch: award.body.version },
    );
    const { body: accounts } = await api.client.get<{ items: { id: string }[] }>(
      '/bank-accounts?state=PROPOSED',
      worker,
    );
    await api.client.post(
      `/bank-accounts/${accounts.items[0]?.id}/confirmation`,
      {},
      { as: PERSONAS.caseWorkerSecond },
    );

    const voided = await api.client.get<Request>(`/disbursement-requests/${journey.requestId}`, worker);
    expect(voided.body.state).toBe('SUBMITTED');
    const check = { factual: true, arithmetical: true, note: 'Neue Bankverbindung verglichen' };
    await api.client.post(`/disbursement-requests/${journey.requestId}/check`, check, worker);
    await order(journey);
    const id = await orderIdOf(journey);
    expectProblem(await run([id]), 409, 'payment-run.account-on-hold');
    await api.client.put('/demo/clock', { now: '2026-03-04T10:00:00+01:00' }, { ...worker, ifMatch: 1 });
    expect((await run([id])).status).toBe(201);
  });

  it('lets nobody order above the own limit, nor set it (403)', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'OF', years: [2026] });
    const { body: me } = await api.client.get<{ id: string }>('/me', orderer);
    const { body: boss } = await api.client.get<{ id: string }>('/me', head);
    const limit = (accountId: string, maxCents: number): Promise<Answer<{ id: string }>> =>
      api.client.post('/order-limits', { accountId, maxCents, validFrom: '2026-01-01', reason: 'Verfügung' }, head);

    expectProblem(await limit(boss.id, 1), 403, 'order-limit.own');
    expect((await limit(me.id, 5_999_999)).status).toBe(201);
    const listed = await api.client.get<{ items: object[] }>('/order-limits', head);
    expect(listed.body.items).toMatchObject([{ accountId: me.id, maxCents: 5_999_999, validTo: null }]);
    expectProblem(await limit(me.id, 1), 409, 'order-limit.overlaps');
    expectProblem(await order(journey), 403, 'disbursement.over-limit', { limitCents: 5_999_999 });
    expect(
      (
        await api.client.post(
          `/disbursement-requests/${journey.requestId}/order`,
          {},
          { as: PERSONAS.paymentOrdererSecond },
        )
      ).status,
    ).toBe(200);
  });

  it('pays in a provisional year from older duties, or on a recorded ground', async () => {
    const journey = await driveToState(api.client, 'FINAL', { applicant: 'HG', years: [2027] });
    const officer = { as: PERSONAS.budgetOfficer };
    await api.client.post('/budget/2027/state', { state: 'PROVISIONAL', reason: 'Haushalt nicht verkündet' }, officer);
    const gate = async (): Promise<boolean | undefined> =>
      (
        await api.client.get<{ payoutGates: { code: string; met: boolean }[] }>(`/awards/${journey.awardId}`, worker)
      ).body.payoutGates.find(({ code }) => code === 'YEAR_OPEN')?.met;

    // Notified in 2026: a duty older than 2027.
    expect(await gate()).toBe(true);
    await api.database.owner.query(
      "UPDATE decisions.notice SET deemed_notified_on = '2027-02-01', appeal_waived_on = NULL, version = version + 1 WHERE award_id = $1",
      [journey.awardId],
    );
    expect(await gate()).toBe(false);
    const ground = await api.client.post(
      '/legal-grounds',
      { awardId: journey.awardId, year: 2027, reason: 'Arbeitsverträge bestehen fort' },
      officer,
    );
    expect(ground.status).toBe(201);
    expect(await gate()).toBe(true);
  });
});
