import { continueTo, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

const RIGHT = { factual: true, arithmetical: true, note: 'Stellen besetzt, Betrag innerhalb der Rate.' };

describe('POST /disbursement-requests/{id}/check and /return', () => {
  const api = useApi();
  let journey: Journey;
  let path: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'REQUEST_SUBMITTED', { applicant: 'WI' });
    path = `/disbursement-requests/${journey.requestId}`;
  });
  const check = (body: object, as: string = PERSONAS.caseWorker): ReturnType<typeof api.client.post> =>
    api.client.post(`${path}/check`, body, { as });
  const giveBack = (body: object, as: string): ReturnType<typeof api.client.post> =>
    api.client.post(`${path}/return`, body, { as });

  const shared = {
    method: 'post',
    as: PERSONAS.caseWorker,
    notFor: PERSONAS.budgetOfficer,
    notFound: 'disbursement.not-found',
  } as const;
  describe('check', () => {
    itRefusesStrangers(
      api,
      { ...shared, path: (id) => `/disbursement-requests/${id}/check`, body: RIGHT },
      () => journey.requestId,
    );
  });
  describe('return', () => {
    const route = { ...shared, path: (id: string) => `/disbursement-requests/${id}/return`, body: { reason: 'Grund' } };
    itRefusesStrangers(api, route, () => journey.requestId);
  });

  it('signs only what is right in fact and in figures', async () => {
    expectProblem(await check({ ...RIGHT, arithmetical: false }), 409, 'disbursement.not-correct');
    expectProblem(await check({ ...RIGHT, factual: false }), 409, 'disbursement.not-correct');
    expectProblem(await check({ factual: true }), 400, 'input.invalid');
    expectProblem(await check({ ...RIGHT, factual: 'ja' }), 400, 'input.invalid');
  });

  it('returns to the municipality with the reason, which may hand it in again', async () => {
    expectProblem(await giveBack({ reason: '' }, PERSONAS.caseWorker), 400, 'input.invalid');
    const returned = await giveBack({ reason: 'Bitte den Bedarf je Monat aufschlüsseln.' }, PERSONAS.caseWorker);
    expect(returned).toMatchObject({
      status: 200,
      body: { state: 'RETURNED', returnReason: 'Bitte den Bedarf je Monat aufschlüsseln.' },
    });
    expectProblem(await check(RIGHT), 409, 'disbursement.wrong-state');

    const again = await api.client.post(`${path}/submission`, {}, { as: journey.signatory });
    expect(again).toMatchObject({ status: 200, body: { state: 'SUBMITTED', returnReason: null } });
  });

  it('keeps the check with the bank data of that moment, inside the authority', async () => {
    const checked = await check(RIGHT);

    expect(checked).toMatchObject({
      status: 200,
      body: { state: 'CHECKED', iban: journey.options.iban, check: { ...RIGHT, checkedBy: 'Sabine Berger' } },
    });
    expect((await api.client.get(path, { as: journey.editor })).body).toMatchObject({ state: 'CHECKED', check: null });
    expectProblem(await check(RIGHT), 409, 'disbursement.wrong-state');
  });

  it('goes back to the check when the orderer refuses, and forgets what was checked', async () => {
    expectProblem(await giveBack({ reason: 'x' }, PERSONAS.caseWorker), 409, 'disbursement.wrong-state');
    const returned = await giveBack({ reason: 'Verwendungszweck unklar.' }, PERSONAS.paymentOrderer);

    expect(returned).toMatchObject({
      status: 200,
      body: { state: 'SUBMITTED', check: null, returnReason: 'Verwendungszweck unklar.' },
    });
  });

  it('is refused while newer bank data wait for confirmation', async () => {
    const award = await api.client.get<{ version: number }>(`/awards/${journey.awardId}`, { as: journey.signatory });
    const body = { iban: 'DE75512108001245126199', accountHolder: 'Stadtkasse' };
    await api.client.put(`/awards/${journey.awardId}/declaration`, body, {
      as: journey.signatory,
      ifMatch: award.body.version,
    });

    expectProblem(await check(RIGHT), 409, 'disbursement.bank-data-unconfirmed');
    expect((await api.client.get(path, { as: PERSONAS.caseWorker })).body).toMatchObject({
      actions: expect.arrayContaining([
        { action: 'check', allowed: false, reasonCode: 'disbursement.bank-data-unconfirmed' },
      ]),
    });
  });

  it('is refused in a year that has been closed since', async () => {
    const other = await driveToState(api.client, 'REQUEST_SUBMITTED', { applicant: 'KS' });
    await api.database.owner.query(
      "UPDATE budget.budget_year SET state = 'CASH_CLOSED', version = version + 1 WHERE year = 2026",
    );
    const answer = await api.client.post(`/disbursement-requests/${other.requestId}/check`, RIGHT, {
      as: PERSONAS.caseWorker,
    });

    expectProblem(answer, 409, 'budget.year-not-open', { year: 2026 });
    await expect(continueTo(other, 'ORDERED')).rejects.toThrow('budget.year-not-open');
  });
});
