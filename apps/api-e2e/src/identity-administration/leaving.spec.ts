import { driveToState, moveClockTo, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import {
  accountOf,
  ADMIN,
  ADMIN_SECOND,
  eventsOf,
  idOf,
  linkTo,
  newcomer,
  redeem,
  signIn,
  type AccountBody,
} from './administration';

interface Leaving {
  readonly cases: readonly { readonly caseNumber: string }[];
  readonly openTasks: number;
  readonly delegations: readonly object[];
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

describe('leaving', () => {
  const api = useApi();
  const overview = async (id: string): Promise<Leaving> =>
    (await api.client.get<Leaving>(`/accounts/${id}/leaving`, { as: ADMIN })).body;
  const leave = (id: string, body: object, as: string = ADMIN): Promise<Answer<object>> =>
    api.client.post(
      `/accounts/${id}/leaving`,
      { successorAccountId: null, lastDay: '2026-03-02', reason: 'Ruhestand', ...body },
      { as },
    );

  it('moves cases, tasks, delegations and rights, and closes the account at once', async () => {
    const journey = await driveToState(api.client, 'SUBMITTED', { applicant: 'HG-K' });
    const { account, token } = await newcomer(api);
    const path = `/applications/${journey.applicationId}`;
    expect((await api.client.post(`${path}/completeness`, {}, { token })).status).toBe(200);
    const lent = { roles: ['CASE_WORKER'], validFrom: '2026-03-02', validTo: '2026-03-31', reason: 'Urlaub' };
    const toOther = { ...lent, deputyAccountId: await idOf(api, PERSONAS.budgetOfficer) };
    expect((await api.client.post('/delegations', toOther, { token })).status).toBe(201);
    await api.client.post(
      '/delegations',
      { ...lent, roles: ['HEAD_OF_UNIT'], validFrom: '2026-03-10', deputyAccountId: account.id },
      { as: PERSONAS.headOfUnit },
    );

    const successor = await idOf(api, PERSONAS.caseWorkerSecond);
    const before = await overview(account.id);
    expect(before).toMatchObject({ cases: [{ caseNumber: journey.caseNumber }], openTasks: 1 });
    expect(before.delegations).toHaveLength(2);
    expect(before.candidates.map(({ name }) => name)).toEqual(['Sabine Berger', 'Tobias Krämer']);
    expectProblem(await leave(account.id, {}), 409, 'leaving.successor-missing', { openCases: 1 });

    const report = await leave(account.id, { successorAccountId: successor });
    expect(report).toMatchObject({
      status: 200,
      body: { movedCases: 1, movedTasks: 1, endedDelegations: 2, endedGrants: 1 },
    });
    expectProblem(await api.client.get('/me', { token }), 401, 'auth.not-signed-in');
    expect((await signIn(api, account.email)).status).toBe(401);
    expect(await accountOf(api, account.email)).toMatchObject({ state: 'LEFT', roles: [], sessions: [] });
    expect((await api.client.get(path, { as: PERSONAS.caseWorkerSecond })).body).toMatchObject({
      assigneeName: 'Tobias Krämer',
    });
    expect(await eventsOf(api, 'APPLICATION', journey.applicationId)).toContain('application.assignee-changed');
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toContain('account.left');
    expect(await overview(account.id)).toMatchObject({ cases: [], openTasks: 0, delegations: [] });
    const task = await api.client.get<{ items: { caseNumber: string }[] }>('/tasks', { as: PERSONAS.caseWorkerSecond });
    expect(task.body.items.map(({ caseNumber }) => caseNumber)).toContain(journey.caseNumber);
    expectProblem(await leave(account.id, {}), 409, 'account.wrong-state');
  });

  it('is not succeeded by oneself through another account, nor by somebody who cannot', async () => {
    const journey = await driveToState(api.client, 'SUBMITTED', { applicant: 'DA' });
    const { account, token } = await newcomer(api);
    await api.client.post(`/applications/${journey.applicationId}/completeness`, {}, { token });
    const twin = await api.client.post<AccountBody>(
      '/accounts',
      {
        personId: account.personId,
        email: 'paula.zwei@wir.example',
        roles: [{ role: 'CASE_WORKER', reason: 'zweites Konto' }],
      },
      { as: ADMIN },
    );
    await redeem(api, await linkTo(api, 'paula.zwei@wir.example'));

    expectProblem(await leave(account.id, { successorAccountId: twin.body.id }), 403, 'leaving.own-successor');
    for (const email of [PERSONAS.headOfUnit, 'antrag@da.wir.example'])
      expectProblem(
        await leave(account.id, { successorAccountId: await idOf(api, email) }),
        409,
        'leaving.not-a-successor',
      );
    expect((await accountOf(api, account.email)).state).toBe('ACTIVE');
  });

  it('on a later day keeps the rights until then', async () => {
    const { account, token } = await newcomer(api);
    expect((await leave(account.id, { lastDay: '2026-03-06' })).status).toBe(200);
    expect(await accountOf(api, account.email)).toMatchObject({
      state: 'ACTIVE',
      leavesOn: '2026-03-06',
      roles: [{ validTo: '2026-03-06' }],
    });
    expect((await api.client.get('/applications', { token })).status).toBe(200);

    await moveClockTo(api.client, '2026-03-07');
    expectProblem(await api.client.get('/applications', { token }), 401, 'auth.not-signed-in');
    expect((await accountOf(api, account.email)).state).toBe('LEFT');
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(
      expect.arrayContaining(['account.leaving-arranged', 'account.left']),
    );
  });

  it('is not arranged by oneself, and never by the last administrator', async () => {
    expectProblem(await leave(await idOf(api, ADMIN), {}), 403, 'account.own-person');
    expect((await leave(await idOf(api, ADMIN_SECOND), {})).status).toBe(200);
    const { rows } = await api.database.owner.query<{ administrators: number }>(
      'SELECT count(*)::int AS administrators FROM identity.account a WHERE identity.administers(a, platform.now())',
    );
    expect(rows[0]?.administrators).toBe(1);
    expectProblem(await leave(await idOf(api, PERSONAS.press), {}, PERSONAS.headOfUnit), 403, 'auth.forbidden');
  });
});

describe('erasing', () => {
  const api = useApi();
  const erase = (
    id: string,
  ): Promise<Answer<{ erasable: string[]; kept: { what: string; until: string | null; why: string }[] }>> =>
    api.client.post(`/accounts/${id}/erasure`, { reason: 'Antrag der Person' }, { as: ADMIN });
  const leave = (id: string): Promise<Answer<object>> =>
    api.client.post(
      `/accounts/${id}/leaving`,
      { successorAccountId: null, lastDay: '2026-03-02', reason: 'Ende' },
      { as: ADMIN },
    );
  const found = async (text: string): Promise<string[]> => {
    const { rows } = await api.database.owner.query<{ name: string }>(
      "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables WHERE table_schema IN ('identity', 'notifications', 'audit') AND table_type = 'BASE TABLE'",
    );
    const hits: string[] = [];
    for (const { name } of rows) {
      const { rowCount } = await api.database.owner.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0`, [
        text,
      ]);
      if (rowCount) hits.push(name);
    }
    return hits;
  };

  it('forgets who never took part in a case, everywhere, and the chain stays whole', async () => {
    const { account } = await newcomer(api, { name: 'Kanaria Vogelsang' });
    expectProblem(await erase(account.id), 409, 'account.wrong-state', { state: 'ACTIVE' });
    await leave(account.id);

    const plan = await api.client.get<{ erasable: string[] }>(`/accounts/${account.id}/erasure`, { as: ADMIN });
    expect(plan.body.erasable).toEqual(expect.arrayContaining(['Name', 'E-Mail-Adresse']));
    const erased = await erase(account.id);
    expect(erased.status).toBe(200);

    expect(await found('Kanaria Vogelsang')).toEqual([]);
    expect(await found(account.email)).toEqual([]);
    const verified = await api.client.post<{ ok: boolean }>(
      '/audit/verification',
      {},
      { as: ADMIN, idempotencyKey: null },
    );
    expect(verified.body).toMatchObject({ ok: true });
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(
      expect.arrayContaining(['audit.texts-erased', 'account.erased']),
    );
    const { rows } = await api.database.owner.query<{ name: string; email: string }>(
      'SELECT p.name, a.email FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE a.id = $1',
      [account.id],
    );
    expect(rows).toEqual([{ name: 'Gelöschte Person', email: `konto-${account.id}@deleted.invalid` }]);
  });

  it('keeps the name of who took part in a case, and says so', async () => {
    const journey = await driveToState(api.client, 'SUBMITTED', { applicant: 'HG-K' });
    const { account, token } = await newcomer(api, { name: 'Nora Aktenkundig' });
    await api.client.post(`/applications/${journey.applicationId}/completeness`, {}, { token });
    await api.client.post(
      `/accounts/${account.id}/leaving`,
      { successorAccountId: await idOf(api, PERSONAS.caseWorker), lastDay: '2026-03-02', reason: 'Ende' },
      { as: ADMIN },
    );

    const erased = await erase(account.id);
    expect(erased.body.erasable).not.toContain('Name');
    expect(erased.body.kept[0]).toMatchObject({
      what: 'Name',
      why: expect.stringContaining('Art. 17 Abs. 3 Buchst. b DSGVO'),
    });
    expect(await found(account.email)).toEqual([]);
    const history = await api.client.get<{ items: { actorName: string }[] }>(
      `/applications/${journey.applicationId}/history`,
      { as: PERSONAS.caseWorker },
    );
    expect(history.body.items.map(({ actorName }) => actorName)).toContain('Nora Aktenkundig');
  });

  it('is closed to everybody but administrators, and not done to oneself', async () => {
    const id = await idOf(api, PERSONAS.press);
    expectProblem(await api.client.get(`/accounts/${id}/erasure`, { as: PERSONAS.headOfUnit }), 403, 'auth.forbidden');
    expectProblem(await erase(await idOf(api, ADMIN)), 403, 'account.own-person');
  });
});
