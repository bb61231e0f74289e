import { driveToState, moveClockTo, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { ADMIN, eventsOf, idOf, newcomer, type Page } from './administration';

interface Delegation {
  readonly id: string;
  readonly role: string;
  readonly absentName: string;
  readonly deputyName: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly revokedAt: string | null;
}

const HEAD_FOR_WORKER = { roles: ['HEAD_OF_UNIT'], validFrom: '2026-03-02', validTo: '2026-03-13', reason: 'Urlaub' };

describe('deputising', () => {
  const api = useApi();
  const arrange = (body: object, as: string): Promise<Answer<{ items: Delegation[] }>> =>
    api.client.post<{ items: Delegation[] }>('/delegations', body, { as });
  const revoke = (id: string, as: string): Promise<Answer<Delegation>> =>
    api.client.post<Delegation>(`/delegations/${id}/revocation`, { reason: 'zurück' }, { as });

  it('lends a right in the middle of a session and takes it back the same way', async () => {
    const { account, token } = await newcomer(api);
    const attempt = (): Promise<Answer<unknown>> =>
      api.client.post(
        '/conflicts-of-interest/11111111-2222-4333-8444-555555555555/ending',
        { reason: 'Probe' },
        { token },
      );
    expectProblem(await attempt(), 403, 'auth.forbidden');

    const arranged = await arrange({ ...HEAD_FOR_WORKER, deputyAccountId: account.id }, PERSONAS.headOfUnit);
    expect(arranged.status).toBe(201);
    expect(arranged.body.items).toEqual([
      expect.objectContaining({
        role: 'HEAD_OF_UNIT',
        absentName: 'Dr. Martina Vogel',
        deputyName: 'Paula Neumann',
        validFrom: '2026-03-02',
        validTo: '2026-03-13',
      }),
    ]);
    const me = await api.client.get<{ roles: string[]; delegations: object[] }>('/me', { token });
    expect(me.body.roles).toEqual(['CASE_WORKER', 'HEAD_OF_UNIT']);
    expectProblem(await attempt(), 404, 'conflict.not-found');

    const id = arranged.body.items[0]?.id ?? '';
    expect((await revoke(id, PERSONAS.headOfUnit)).body).toMatchObject({ revokedAt: expect.any(String) });
    expectProblem(await attempt(), 403, 'auth.forbidden');
    expectProblem(await revoke(id, PERSONAS.headOfUnit), 409, 'delegation.over-already');
    expect(await eventsOf(api, 'DELEGATION', id)).toEqual(['delegation.arranged', 'delegation.revoked']);
  });

  it('can be given back by the deputy and is seen by those it concerns', async () => {
    const deputyAccountId = await idOf(api, PERSONAS.caseWorkerSecond);
    const { body } = await arrange({ ...HEAD_FOR_WORKER, deputyAccountId }, PERSONAS.headOfUnitSecond);
    const id = body.items[0]?.id ?? '';
    const seenBy = async (as: string): Promise<boolean> =>
      (await api.client.get<Page<Delegation>>('/delegations', { as })).body.items.some((item) => item.id === id);

    expect(await seenBy(PERSONAS.caseWorkerSecond)).toBe(true);
    expect(await seenBy(PERSONAS.headOfUnit)).toBe(true);
    expect(await seenBy(PERSONAS.auditor)).toBe(true);
    expect(await seenBy(PERSONAS.caseWorker)).toBe(false);
    expect(await seenBy('zeichnung@wi.wir.example')).toBe(false);
    expectProblem(await revoke(id, PERSONAS.caseWorker), 404, 'delegation.not-found');
    expectProblem(await revoke(id, 'zeichnung@wi.wir.example'), 404, 'delegation.not-found');
    expect((await revoke(id, PERSONAS.caseWorkerSecond)).status).toBe(200);
  });

  it('offers exactly those who could', async () => {
    const candidates = async (as: string, query = ''): Promise<string[]> =>
      (await api.client.get<{ items: { name: string }[] }>(`/delegation-candidates${query}`, { as })).body.items.map(
        ({ name }) => name,
      );

    const forHead = await candidates(PERSONAS.headOfUnit);
    expect(forHead).toEqual(
      expect.arrayContaining(['Jens Albrecht', 'Sabine Berger', 'Petra Lindner', 'Heike Sommer']),
    );
    for (const never of ['Dr. Martina Vogel', 'Oliver Fink', 'Ulrich Brandt', 'Lea Winter', 'Automatik'])
      expect(forHead).not.toContain(never);
    expect(await candidates('zeichnung@wi.wir.example')).toHaveLength(1);
    const head = await idOf(api, PERSONAS.headOfUnit);
    expectProblem(
      await api.client.get(`/delegation-candidates?absentAccountId=${head}`, { as: PERSONAS.caseWorker }),
      403,
      'delegation.not-yours',
    );
    expectProblem(
      await api.client.get(`/delegation-candidates?absentAccountId=${head}`, { as: 'zeichnung@wi.wir.example' }),
      404,
      'account.not-found',
    );
  });

  it('is arranged for others by head and administration, in a municipality by its signatory', async () => {
    const [worker, second, orderer] = [
      await idOf(api, PERSONAS.caseWorker),
      await idOf(api, PERSONAS.caseWorkerSecond),
      await idOf(api, PERSONAS.paymentOrderer),
    ];
    const body = { ...HEAD_FOR_WORKER, roles: ['CASE_WORKER'], absentAccountId: worker };
    expectProblem(
      await arrange({ ...body, deputyAccountId: second }, PERSONAS.caseWorkerSecond),
      403,
      'delegation.not-yours',
    );
    expect((await arrange({ ...body, deputyAccountId: orderer }, ADMIN)).status).toBe(201);
    expectProblem(await arrange({ ...body, deputyAccountId: orderer }, ADMIN), 409, 'delegation.overlaps');
    expect((await arrange({ ...body, deputyAccountId: second }, PERSONAS.headOfUnit)).status).toBe(201);

    const editor = await idOf(api, 'antrag@wi.wir.example');
    const signatory = await idOf(api, 'zeichnung@wi.wir.example');
    const inTown = {
      ...HEAD_FOR_WORKER,
      roles: ['APPLICANT_SIGNATORY'],
      absentAccountId: signatory,
      deputyAccountId: editor,
    };
    expectProblem(await arrange(inTown, 'antrag@wi.wir.example'), 403, 'delegation.not-yours');
    expectProblem(await arrange(inTown, 'zeichnung@da.wir.example'), 404, 'account.not-found');
    expect((await arrange(inTown, 'zeichnung@wi.wir.example')).status).toBe(201);
  });

  it('makes nobody the deputy of others by his own hand, nor the deputy of himself', async () => {
    const [head, orderer, worker] = [
      await idOf(api, PERSONAS.headOfUnit),
      await idOf(api, PERSONAS.paymentOrderer),
      await idOf(api, PERSONAS.caseWorker),
    ];
    const lent = { ...HEAD_FOR_WORKER, roles: ['PAYMENT_ORDERER'], absentAccountId: orderer, deputyAccountId: head };

    expectProblem(await arrange(lent, PERSONAS.headOfUnit), 403, 'delegation.to-oneself');
    expectProblem(
      await arrange({ ...HEAD_FOR_WORKER, deputyAccountId: head }, PERSONAS.headOfUnit),
      403,
      'delegation.to-oneself',
    );
    const wrong = async (body: object): Promise<void> =>
      expectProblem(
        await arrange({ ...HEAD_FOR_WORKER, deputyAccountId: worker, ...body }, PERSONAS.headOfUnit),
        422,
        'delegation.not-possible',
      );
    await wrong({ roles: ['PAYMENT_ORDERER'] });
    await wrong({ deputyAccountId: await idOf(api, ADMIN) });
    await wrong({ deputyAccountId: await idOf(api, PERSONAS.press) });
    await wrong({ validTo: '2027-03-02' });
    await wrong({ validFrom: '2026-03-01' });
    await wrong({ validTo: '2026-03-01' });
    expect(
      (await arrange({ ...HEAD_FOR_WORKER, roles: ['ADMIN'], deputyAccountId: worker }, PERSONAS.headOfUnit)).status,
    ).toBe(400);
    expectProblem(
      await arrange({ ...HEAD_FOR_WORKER, deputyAccountId: worker }, PERSONAS.auditor),
      403,
      'auth.forbidden',
    );
  });
});

describe('a deputy', () => {
  const api = useApi();
  const lend = async (absent: string, deputy: string, role: string): Promise<void> => {
    const body = { ...HEAD_FOR_WORKER, roles: [role], deputyAccountId: await idOf(api, deputy) };
    expect((await api.client.post('/delegations', body, { as: absent })).status).toBe(201);
  };
  const previewOf = async (
    noticeId: string,
    as: string,
  ): Promise<{ documentSha256: string; actions: { action: string; allowed: boolean; reasonCode: string | null }[] }> =>
    (
      await api.client.get<{
        documentSha256: string;
        actions: { action: string; allowed: boolean; reasonCode: string | null }[];
      }>(`/notices/${noticeId}`, { as })
    ).body;
  const sign = (
    noticeId: string,
    documentSha256: string,
    as: string,
  ): Promise<Answer<{ signedBy: string; signedFor: string | null }>> =>
    api.client.post(`/notices/${noticeId}/signature`, { documentSha256 }, { as });

  it('who drafted cannot sign; another deputy signs "In Vertretung", and trail and history name both', async () => {
    const { noticeId, applicationId } = await driveToState(api.client, 'IN_COSIGN', { applicant: 'HG-K' });
    await lend(PERSONAS.headOfUnitSecond, PERSONAS.caseWorker, 'HEAD_OF_UNIT');
    await lend(PERSONAS.headOfUnitSecond, PERSONAS.caseWorkerSecond, 'HEAD_OF_UNIT');

    const seen = await previewOf(noticeId, PERSONAS.caseWorker);
    expect(seen.actions.find(({ action }) => action === 'sign')).toMatchObject({
      allowed: false,
      reasonCode: 'notice.signer-is-drafter',
    });
    expectProblem(await sign(noticeId, seen.documentSha256, PERSONAS.caseWorker), 403, 'notice.signer-is-drafter');

    const signed = await sign(noticeId, seen.documentSha256, PERSONAS.caseWorkerSecond);
    expect(signed).toMatchObject({ status: 200, body: { signedBy: 'Tobias Krämer', signedFor: 'Jens Albrecht' } });
    const { rows } = await api.database.owner.query<{
      phrase: string;
      name: string;
      actor: string;
      deputy_for: string;
    }>(
      `SELECT n.content->'facts'->'signature'->>'phrase' AS phrase, n.content->'facts'->'signature'->>'name' AS name,
         identity.name_of(e.account_id) AS actor, identity.name_of(e.deputy_for) AS deputy_for
       FROM decisions.notice n JOIN audit.event e ON e.object_id = n.id::text AND e.action = 'notice.signed' WHERE n.id = $1`,
      [noticeId],
    );
    expect(rows).toEqual([
      { phrase: 'In Vertretung', name: 'Tobias Krämer', actor: 'Tobias Krämer', deputy_for: 'Jens Albrecht' },
    ]);
    const history = await api.client.get<{
      items: { action: string; actorName: string; deputyForName: string | null }[];
    }>(`/applications/${applicationId}/history`, { as: PERSONAS.headOfUnit });
    expect(history.body.items.find(({ action }) => action === 'notice.signed')).toMatchObject({
      actorName: 'Tobias Krämer',
      deputyForName: 'Jens Albrecht',
    });
  });

  it('cannot do for somebody what that person had a hand in, nor the other way round', async () => {
    const journey = await driveToState(api.client, 'REQUEST_CHECKED', { applicant: 'DA' });
    const order = (as: string): Promise<Answer<unknown>> =>
      api.client.post(`/disbursement-requests/${journey.requestId}/order`, {}, { as });
    // The case worker who checked lends her role; who orders deputises for the orderer, having confirmed nothing himself.
    await lend(PERSONAS.paymentOrderer, PERSONAS.caseWorker, 'PAYMENT_ORDERER');
    expectProblem(await order(PERSONAS.caseWorker), 403, 'disbursement.orderer-took-part');
    expect((await order(PERSONAS.paymentOrderer)).status).toBe(200);
  });

  it('who reviewed in deputy leaves the represented out of the decision', async () => {
    const { applicationId } = await driveToState(api.client, 'UNDER_REVIEW', { applicant: 'WI' });
    await lend(PERSONAS.caseWorkerSecond, PERSONAS.headOfUnit, 'CASE_WORKER');
    await lend(PERSONAS.caseWorker, PERSONAS.budgetOfficer, 'CASE_WORKER');
    for (const { code } of (
      await api.client.get<{ items: { code: string }[] }>(`/applications/${applicationId}/checks`, {
        as: PERSONAS.caseWorker,
      })
    ).body.items)
      await api.client.put(
        `/applications/${applicationId}/checks/${code}`,
        { result: 'YES', note: 'geprüft' },
        { as: PERSONAS.budgetOfficer, ifMatch: 0 },
      );
    const years = [2026, 2027, 2028, 2029, 2030].map((year) => ({ year, proposedCents: 12_000_000 }));
    const reviewed = await api.client.post(
      `/applications/${applicationId}/recommendation`,
      { years, reasons: 'in Vertretung geprüft' },
      { as: PERSONAS.budgetOfficer },
    );
    expect(reviewed.status).toBe(200);

    const confirm = (as: string): Promise<Answer<unknown>> =>
      api.client.post(`/applications/${applicationId}/budget-confirmation`, {}, { as });
    expectProblem(await confirm(PERSONAS.budgetOfficer), 403, 'application.budget-confirmer-is-reviewer');
    await lend(PERSONAS.budgetOfficerSecond, PERSONAS.caseWorker, 'BUDGET_OFFICER');
    // She was represented in the review and would now act herself.
    expectProblem(await confirm(PERSONAS.caseWorker), 403, 'application.budget-confirmer-is-reviewer');
    expect((await confirm(PERSONAS.budgetOfficerSecond)).status).toBe(200);
  });

  it('acts from the first day to the end of the last', async () => {
    const { account, token } = await newcomer(api);
    const body = {
      roles: ['HEAD_OF_UNIT'],
      validFrom: '2026-03-20',
      validTo: '2026-03-21',
      reason: 'zwei Tage',
      deputyAccountId: account.id,
    };
    await api.client.post('/delegations', body, { as: PERSONAS.headOfUnit });
    const attempt = async (): Promise<number> =>
      (
        await api.client.post(
          '/conflicts-of-interest/11111111-2222-4333-8444-555555555555/ending',
          { reason: 'Probe' },
          { token },
        )
      ).status;
    const at = (moment: string): Promise<unknown> => api.client.put('/demo/clock', { now: moment });

    expect(await attempt()).toBe(403);
    await moveClockTo(api.client, '2026-03-19');
    await at('2026-03-19T23:59:00+01:00');
    expect(await attempt()).toBe(403);
    await at('2026-03-20T00:01:00+01:00');
    expect(await attempt()).toBe(404);
    await at('2026-03-21T23:58:00+01:00');
    expect(await attempt()).toBe(404);
    await at('2026-03-22T00:00:30+01:00');
    expect(await attempt()).toBe(403);
  });
});
