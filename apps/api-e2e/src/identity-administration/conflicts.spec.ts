import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { ADMIN, idOf, type Page } from './administration';

interface Conflict {
  readonly id: string;
  readonly personName: string;
  readonly applicantId: string;
  readonly endedAt: string | null;
}

describe('a conflict of interest', () => {
  const api = useApi();
  const applicantOf = async (applicationId: string): Promise<string> =>
    (await api.client.get<{ applicantId: string }>(`/applications/${applicationId}`, { as: PERSONAS.headOfUnit })).body
      .applicantId;
  const record = (body: object, as: string): Promise<Answer<Conflict>> =>
    api.client.post<Conflict>('/conflicts-of-interest', { reason: 'Ehemann ist dort Kämmerer', ...body }, { as });
  const end = (id: string, as: string): Promise<Answer<Conflict>> =>
    api.client.post<Conflict>(`/conflicts-of-interest/${id}/ending`, { reason: 'entfallen' }, { as });

  it('keeps the case worker from a check and from the review; ended, she may again', async () => {
    const { applicationId } = await driveToState(api.client, 'UNDER_REVIEW', { applicant: 'HG-K' });
    const applicantId = await applicantOf(applicationId);
    const { items } = (
      await api.client.get<{ items: { code: string }[] }>(`/applications/${applicationId}/checks`, {
        as: PERSONAS.caseWorker,
      })
    ).body;
    const first = items[0]?.code ?? '';
    const answer = (as: string): Promise<Answer<unknown>> =>
      api.client.put(
        `/applications/${applicationId}/checks/${first}`,
        { result: 'YES', note: 'ja' },
        { as, ifMatch: 0 },
      );

    const recorded = await record({ applicantId }, PERSONAS.caseWorker);
    expect(recorded).toMatchObject({ status: 201, body: { personName: 'Sabine Berger', endedAt: null } });
    expectProblem(await answer(PERSONAS.caseWorker), 403, 'auth.conflict-of-interest');
    expect((await api.client.get(`/applications/${applicationId}`, { as: PERSONAS.caseWorker })).status).toBe(200);
    expect((await answer(PERSONAS.caseWorkerSecond)).status).toBe(200);

    expectProblem(await end(recorded.body.id, PERSONAS.caseWorker), 403, 'auth.forbidden');
    expect((await end(recorded.body.id, PERSONAS.headOfUnit)).body).toMatchObject({ endedAt: expect.any(String) });
    expectProblem(await end(recorded.body.id, PERSONAS.headOfUnit), 409, 'conflict.over-already');
  });

  it('keeps the head of unit from the decision', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'DA' });
    await record({ applicantId: await applicantOf(applicationId) }, PERSONAS.headOfUnit);
    const decide = (as: string): Promise<Answer<unknown>> =>
      api.client.post(
        `/applications/${applicationId}/decision`,
        { outcome: 'APPROVED', reasons: 'dem Votum folgend' },
        { as },
      );

    expectProblem(await decide(PERSONAS.headOfUnit), 403, 'auth.conflict-of-interest');
    const state = await api.client.get(`/applications/${applicationId}`, { as: PERSONAS.headOfUnit });
    expect(state.body).toMatchObject({ state: 'BUDGET_CONFIRMED' });
    expect((await decide(PERSONAS.headOfUnitSecond)).status).toBe(200);
  });

  it('keeps the orderer from an order, and nothing is booked', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'WI' });
    const order = (as: string): Promise<Answer<unknown>> =>
      api.client.post(`/disbursement-requests/${journey.requestId}/order`, {}, { as });
    const applicantId = await applicantOf(journey.applicationId);
    const accountId = await idOf(api, PERSONAS.paymentOrderer);
    expect((await record({ applicantId, accountId }, PERSONAS.headOfUnit)).status).toBe(201);

    expectProblem(await order(PERSONAS.paymentOrderer), 403, 'auth.conflict-of-interest');
    const { rows } = await api.database.owner.query<{ orders: number }>(
      'SELECT count(*)::int AS orders FROM disbursements.payment_order WHERE disbursement_request_id = $1',
      [journey.requestId],
    );
    expect(rows[0]?.orders).toBe(0);
    expect((await order(PERSONAS.paymentOrdererSecond)).status).toBe(200);
  });

  it('is recorded for oneself, for others by the head, and not twice', async () => {
    const { rows } = await api.database.owner.query<{ id: string }>(
      "SELECT id FROM programme.applicant WHERE code = 'KS'",
    );
    const applicantId = rows[0]?.id ?? '';
    const other = await idOf(api, PERSONAS.budgetOfficer);

    expectProblem(await record({ applicantId, accountId: other }, PERSONAS.caseWorker), 403, 'conflict.not-yours');
    expect((await record({ applicantId, accountId: other }, PERSONAS.headOfUnit)).status).toBe(201);
    expectProblem(await record({ applicantId }, PERSONAS.budgetOfficer), 409, 'conflict.recorded-already');
    expectProblem(await record({ applicantId }, ADMIN), 403, 'auth.forbidden');
    expectProblem(
      await record({ applicantId: other }, PERSONAS.caseWorker),
      422,
      'conflict.person-or-applicant-unknown',
    );

    const seen = async (as: string): Promise<string[]> =>
      (await api.client.get<Page<Conflict>>('/conflicts-of-interest?open=true', { as })).body.items.map(
        ({ personName }) => personName,
      );
    expect(await seen(PERSONAS.budgetOfficer)).toEqual(['Petra Lindner']);
    expect(await seen(PERSONAS.budgetOfficerSecond)).toEqual([]);
    expect(await seen(PERSONAS.auditor)).toContain('Petra Lindner');
  });

  it('is not ended by the person herself, nor by her deputy', async () => {
    const { rows } = await api.database.owner.query<{ id: string }>(
      "SELECT id FROM programme.applicant WHERE code = 'OF'",
    );
    const { body } = await record({ applicantId: rows[0]?.id ?? '' }, PERSONAS.headOfUnit);
    expectProblem(await end(body.id, PERSONAS.headOfUnit), 403, 'conflict.own-person');

    const deputyAccountId = await idOf(api, PERSONAS.caseWorkerSecond);
    const lent = {
      roles: ['HEAD_OF_UNIT'],
      validFrom: '2026-03-02',
      validTo: '2026-03-03',
      reason: 'Urlaub',
      deputyAccountId,
    };
    expect((await api.client.post('/delegations', lent, { as: PERSONAS.headOfUnit })).status).toBe(201);
    expectProblem(await end(body.id, PERSONAS.caseWorkerSecond), 403, 'conflict.own-person');
    expect((await end(body.id, PERSONAS.headOfUnitSecond)).status).toBe(200);
  });
});
