import { continueTo, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

interface Request {
  readonly state: string;
  readonly order: { readonly id: string; readonly orderNumber: string } | null;
  readonly actions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reasonCode: string | null;
  }[];
}

describe('POST /disbursement-requests/{id}/order', () => {
  const api = useApi();
  let journey: Journey;
  let path: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'WI' });
    path = `/disbursement-requests/${journey.requestId}`;
  });
  const order = (as: string = PERSONAS.paymentOrderer, at = path): ReturnType<typeof api.client.post<Request>> =>
    api.client.post<Request>(`${at}/order`, {}, { as });
  const samePerson = async (email: string, as: string): Promise<void> => {
    await api.database.owner.query(
      'UPDATE identity.account SET person_id = (SELECT person_id FROM identity.account WHERE email = $1) WHERE email = $2',
      [email, as],
    );
  };

  itRefusesStrangers(
    api,
    {
      method: 'post',
      path: (id) => `/disbursement-requests/${id}/order`,
      as: PERSONAS.paymentOrderer,
      notFor: PERSONAS.caseWorker,
      notFound: 'disbursement.not-found',
    },
    () => journey.requestId,
  );

  it('is refused to the person who checked, and to those who gave or confirmed the bank data', async () => {
    await samePerson(PERSONAS.caseWorker, PERSONAS.paymentOrdererSecond);
    expectProblem(await order(PERSONAS.paymentOrdererSecond), 403, 'disbursement.orderer-took-part');
    await samePerson(journey.signatory, PERSONAS.paymentOrdererSecond);
    expectProblem(await order(PERSONAS.paymentOrdererSecond), 403, 'disbursement.orderer-took-part');

    const { body } = await api.client.get<Request>(path, { as: PERSONAS.paymentOrdererSecond });
    expect(body.actions.find(({ action }) => action === 'order')).toEqual({
      action: 'order',
      allowed: false,
      reasonCode: 'disbursement.orderer-took-part',
    });
  });

  it('waits until bank data given since the check are confirmed and checked', async () => {
    const other = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'KS' });
    const at = `/disbursement-requests/${other.requestId}`;
    const award = await api.client.get<{ version: number }>(`/awards/${other.awardId}`, { as: other.signatory });
    const body = { iban: 'DE75512108001245126199', accountHolder: 'Stadtkasse' };
    const declared = await api.client.put<{ bankAccount: { id: string } }>(
      `/awards/${other.awardId}/declaration`,
      body,
      {
        as: other.signatory,
        ifMatch: award.body.version,
      },
    );
    expectProblem(await order(PERSONAS.paymentOrderer, at), 409, 'disbursement.bank-data-unconfirmed');

    await api.client.post(
      `/bank-accounts/${declared.body.bankAccount.id}/confirmation`,
      {},
      { as: PERSONAS.caseWorker },
    );
    expectProblem(await order(PERSONAS.paymentOrderer, at), 409, 'disbursement.wrong-state');

    await api.client.post(`${at}/check`, { factual: true, arithmetical: true, note: '' }, { as: PERSONAS.caseWorker });
    expect((await order(PERSONAS.paymentOrderer, at)).status).toBe(200);
    const orders = await api.client.get<{ items: { iban: string }[] }>('/payment-orders?state=ORDERED', {
      as: PERSONAS.paymentOrderer,
    });
    expect(orders.body.items).toMatchObject([{ iban: body.iban }]);
  });

  it('moves the money from committed to ordered and numbers without a gap', async () => {
    const ordered = await order();

    expect(ordered).toMatchObject({
      status: 200,
      body: { state: 'ORDERED', order: { orderNumber: 'WIR-2026-A-00002', orderedBy: 'Christian Roth' } },
    });
    expectProblem(await order(), 409, 'disbursement.wrong-state');
    const list = await api.client.get<{ items: object[] }>('/payment-orders?search=WIR-2026-A-00002', {
      as: PERSONAS.budgetOfficer,
    });
    expect(list.body.items).toMatchObject([
      {
        id: ordered.body.order?.id,
        amountCents: 6_000_000,
        dueOn: '2026-04-30',
        state: 'ORDERED',
        remittanceText: expect.stringMatching(/^WIR \S+ HHJ 2026 Rate 1 [A-Za-z0-9/\-?:().,'+ ]+$/),
      },
    ]);
    const transfers = await api.client.get<{ items: object[]; sumCents: number }>(
      `/budget/2026/transfers?account=ordered&awardId=${journey.awardId}`,
      { as: PERSONAS.budgetOfficer },
    );
    expect(transfers.body).toMatchObject({
      items: [{ kind: 'ORDER', amountCents: 6_000_000, orderNumber: 'WIR-2026-A-00002' }],
      sumCents: 6_000_000,
    });
  });

  it('has the second half of the tranche for the next instalment, and no more', async () => {
    const body = { year: 2026, amountCents: 6_000_000, neededUntil: '2026-09-15' };
    const made = await api.client.post<{ id: string }>(`/awards/${journey.awardId}/disbursement-requests`, body, {
      as: journey.editor,
    });
    journey.requestId = made.body.id;
    journey.reached = 'REQUEST_DRAFT';
    await continueTo(journey, 'ORDERED');

    const list = await api.client.get<{ items: { remittanceText: string }[] }>(
      `/payment-orders?search=${journey.orderNumber}`,
      { as: PERSONAS.budgetOfficer },
    );
    expect(list.body.items[0]?.remittanceText).toContain('Rate 2');
    expectProblem(
      await api.client.post(
        `/awards/${journey.awardId}/disbursement-requests`,
        { ...body, amountCents: 1 },
        { as: journey.editor },
      ),
      409,
      'disbursement.exceeds-tranche',
      { openCents: 0 },
    );
  });
});
