import { PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { accountOf, ADMIN, ADMIN_SECOND, eventsOf, idOf, newcomer, type AccountBody } from './administration';

const PRESS = { role: 'PRESS_VIEWER', reason: 'Pressestelle' };

describe('granting a role', () => {
  const api = useApi();
  const grant = (id: string, body: object, as: string = ADMIN) =>
    api.client.post<AccountBody>(`/accounts/${id}/role-grants`, body, { as });

  it('acts with the next request, without a new sign-in', async () => {
    const { account, token } = await newcomer(api, { roles: [PRESS] });
    expectProblem(await api.client.get('/applications', { token }), 403, 'auth.forbidden');

    const answer = await grant(account.id, { role: 'CASE_WORKER', reason: 'zusätzlich' });
    expect(answer.status).toBe(201);
    expect((await api.client.get('/applications', { token })).status).toBe(200);
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(expect.arrayContaining(['account.role-granted']));
  });

  it('for later days gives nothing yet', async () => {
    const { account, token } = await newcomer(api, { roles: [PRESS] });
    await grant(account.id, { role: 'CASE_WORKER', validFrom: '2026-03-09', reason: 'ab nächster Woche' });

    expectProblem(await api.client.get('/applications', { token }), 403, 'auth.forbidden');
  });

  it('is never done to oneself', async () => {
    const own = await idOf(api, ADMIN);

    expectProblem(await grant(own, { role: 'HEAD_OF_UNIT', reason: 'Macht' }), 403, 'account.own-person');
  });

  it.each([
    ['a second time', { role: 'PRESS_VIEWER', reason: 'x y z' }, 422, 'grant.not-possible'],
    ['administration beside another role', { role: 'ADMIN', reason: 'x y z' }, 422, 'grant.not-possible'],
    ['a role of municipalities', { role: 'APPLICANT_EDITOR', reason: 'x y z' }, 422, 'grant.not-possible'],
    ['for yesterday', { role: 'CASE_WORKER', validFrom: '2026-03-01', reason: 'x y z' }, 422, 'grant.not-possible'],
    [
      'backwards',
      { role: 'CASE_WORKER', validFrom: '2026-04-01', validTo: '2026-03-05', reason: 'x y z' },
      422,
      'grant.not-possible',
    ],
  ])('is refused %s', async (_name, body, status, code) => {
    expectProblem(await grant(await idOf(api, PERSONAS.press), body), status, code);
  });

  it('is closed to everybody else', async () => {
    const id = await idOf(api, PERSONAS.press);
    for (const as of [PERSONAS.headOfUnit, PERSONAS.auditor, 'zeichnung@wi.wir.example'])
      expectProblem(await grant(id, { role: 'CASE_WORKER', reason: 'x y z' }, as), 403, 'auth.forbidden');
  });
});

describe('withdrawing a role', () => {
  const api = useApi();
  const end = (grantId: string, body: object, as: string = ADMIN) =>
    api.client.post<AccountBody>(`/role-grants/${grantId}/ending`, body, { as });
  const grantOf = async (email: string): Promise<string> => (await accountOf(api, email)).roles[0]?.id ?? '';

  it('acts in the middle of a session: 403 at once', async () => {
    const { account, token } = await newcomer(api);
    expect((await api.client.get('/applications', { token })).status).toBe(200);

    const answer = await end(await grantOf(account.email), { reason: 'Versetzung' });
    expect(answer.body).toMatchObject({
      roles: [],
      grants: [{ role: 'CASE_WORKER', endReason: 'Versetzung', current: false }],
    });
    expectProblem(await api.client.get('/applications', { token }), 403, 'auth.forbidden');
    expect((await api.client.get('/me', { token })).status).toBe(403);
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(expect.arrayContaining(['account.role-ended']));
  });

  it('for a later day leaves it until then, and is not put off again', async () => {
    const { account, token } = await newcomer(api);
    const id = await grantOf(account.email);
    expect((await end(id, { endsOn: '2026-03-06', reason: 'läuft aus' })).body).toMatchObject({
      roles: [{ validTo: '2026-03-06' }],
    });
    expect((await api.client.get('/applications', { token })).status).toBe(200);

    expectProblem(await end(id, { endsOn: '2026-03-20', reason: 'doch länger' }), 422, 'grant.end-put-off');
    expectProblem(await end(id, { endsOn: '2026-03-01', reason: 'gestern' }), 422, 'grant.ends-in-past');
    expect((await end(id, { reason: 'doch sofort' })).body).toMatchObject({ roles: [] });
    expectProblem(await end(id, { reason: 'noch einmal' }), 409, 'grant.over-already');
  });

  it('takes away a role that has not begun', async () => {
    const { account } = await newcomer(api);
    const granted = await api.client.post<AccountBody>(
      `/accounts/${account.id}/role-grants`,
      { role: 'BUDGET_OFFICER', validFrom: '2026-04-01', reason: 'ab April' },
      { as: ADMIN },
    );
    const later = granted.body.roles.find(({ role }) => role === 'BUDGET_OFFICER')?.id ?? '';

    expect((await end(later, { reason: 'doch nicht' })).body.grants.map(({ role }) => role)).toEqual(['CASE_WORKER']);
  });

  it('is not done to oneself, and one administrator remains', async () => {
    expectProblem(await end(await grantOf(ADMIN), { reason: 'genug' }), 403, 'account.own-person');
    const second = await grantOf(ADMIN_SECOND);
    expect((await end(second, { reason: 'Wechsel' })).status).toBe(200);

    const { rows } = await api.database.owner.query<{ id: string }>(
      'SELECT g.id FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id WHERE a.email = $1',
      [ADMIN],
    );
    expectProblem(await end(rows[0]?.id ?? '', { reason: 'genug' }, ADMIN), 403, 'account.own-person');
    expectProblem(await end('11111111-2222-4333-8444-555555555555', { reason: 'nichts da' }), 404, 'grant.not-found');
  });
});
