import { PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import {
  accountOf,
  ADMIN,
  ADMIN_SECOND,
  createAccount,
  eventsOf,
  newcomer,
  newEmail,
  signIn,
  type AccountBody,
  type Page,
} from './administration';

describe('the list of accounts', () => {
  const api = useApi();
  const list = async (query: string): Promise<Page<AccountBody>> =>
    (await api.client.get<Page<AccountBody>>(`/accounts?${query}`, { as: ADMIN })).body;

  it('shows people, not the machine', async () => {
    const { items, total } = await list('pageSize=200');

    expect(total).toBe(78);
    expect(items.map(({ email }) => email)).not.toContain('system@wir.example');
    expect(items.every(({ roles }) => roles.length > 0)).toBe(true);
  });

  it('is searched by name, address and organisation, with wildcards as plain characters', async () => {
    expect((await list('search=Karin%20Stein')).items.map(({ email }) => email)).toEqual([ADMIN_SECOND]);
    expect((await list('search=leitung2')).total).toBe(1);
    expect((await list('search=rechnungshof')).items.map(({ email }) => email)).toEqual([PERSONAS.auditor]);
    expect((await list('search=%25')).total).toBe(0);
  });

  it('is filtered, sorted and turned in pages', async () => {
    const heads = await list('role=HEAD_OF_UNIT&sort=-email');
    expect(heads.items.map(({ email }) => email)).toEqual(['leitung2@wir.example', 'leitung@wir.example']);
    const names = (await list('pageSize=200&sort=name')).items.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare));
    expect((await list('state=LOCKED')).total).toBe(0);
    expect((await list('page=2&pageSize=70')).items).toHaveLength(8);
    expect((await list('page=9')).items).toEqual([]);
  });

  it.each([PERSONAS.headOfUnit, PERSONAS.caseWorker, PERSONAS.auditor, 'zeichnung@wi.wir.example'])(
    'is closed to %s',
    async (as) => {
      expectProblem(await api.client.get('/accounts', { as }), 403, 'auth.forbidden');
    },
  );

  it('knows nothing of an unknown account', async () => {
    const unknown = await api.client.get('/accounts/11111111-2222-4333-8444-555555555555', { as: ADMIN });

    expectProblem(unknown, 404, 'account.not-found');
  });
});

describe('creating an account', () => {
  const api = useApi();

  it('answers with the invited account, its roles and the trail of it', async () => {
    const { status, body } = await createAccount(api, {
      roles: [{ role: 'CASE_WORKER', validTo: '2026-12-31', reason: 'befristet eingestellt' }],
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'INVITED',
      organisation: 'Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales',
      roles: [{ role: 'CASE_WORKER', validFrom: '2026-03-02', validTo: '2026-12-31' }],
      grants: [{ reason: 'befristet eingestellt', grantedByName: 'Oliver Fink' }],
    });
    expect(await eventsOf(api, 'ACCOUNT', body.id)).toEqual([
      'account.created',
      'account.role-granted',
      'account.invited',
    ]);
  });

  it('gives a person a second account and counts her once', async () => {
    const worker = await accountOf(api, PERSONAS.caseWorker);
    const { body } = await createAccount(api, {
      personId: worker.personId,
      roles: [{ role: 'HEAD_OF_UNIT', reason: 'Doppelfunktion' }],
    });

    expect(body).toMatchObject({ personId: worker.personId, name: worker.name, otherAccounts: [{ id: worker.id }] });
  });

  it.each([
    ['neither name nor person', { name: undefined }, 400, 'account.name-or-person'],
    [
      'an unknown municipality',
      { applicantId: '11111111-2222-4333-8444-555555555555', roles: [{ role: 'APPLICANT_EDITOR', reason: 'neu' }] },
      422,
      'account.person-or-applicant-unknown',
    ],
    [
      'a role of the authority for a municipality',
      { applicantId: '11111111-2222-4333-8444-555555555555' },
      422,
      'grant.not-possible',
    ],
    [
      'a role of a municipality for the authority',
      { roles: [{ role: 'APPLICANT_EDITOR', reason: 'neu' }] },
      422,
      'grant.not-possible',
    ],
    [
      'administration with casework',
      {
        roles: [
          { role: 'ADMIN', reason: 'neu' },
          { role: 'CASE_WORKER', reason: 'neu' },
        ],
      },
      422,
      'grant.not-possible',
    ],
    ['an address that is taken', { email: 'Leitung@wir.example' }, 409, 'account.email-taken'],
  ])('refuses %s', async (_name, body, status, code) => {
    expectProblem(await createAccount(api, body), status, code);
  });

  it('refuses a role of the machine and a role without a reason', async () => {
    expect((await createAccount(api, { roles: [{ role: 'SYSTEM', reason: 'neu' }] })).status).toBe(400);
    expect((await createAccount(api, { roles: [{ role: 'CASE_WORKER', reason: '' }] })).status).toBe(400);
    expect((await createAccount(api, { roles: [] })).status).toBe(400);
  });

  it('gives nobody a second account of his own', async () => {
    const { personId } = await accountOf(api, ADMIN);

    expectProblem(await createAccount(api, { personId }), 403, 'account.own-person');
  });

  it('keeps administration and casework apart also over two accounts of a person', async () => {
    const worker = await accountOf(api, PERSONAS.caseWorkerSecond);
    const answer = await createAccount(api, { personId: worker.personId, roles: [{ role: 'ADMIN', reason: 'neu' }] });

    expectProblem(answer, 409, 'grant.stands-alone');
  });
});

describe('changing an account', () => {
  const api = useApi();

  it('needs the version that was read, and tells both addresses of a new one', async () => {
    const { account } = await newcomer(api);
    const current = await accountOf(api, account.email);
    const path = `/accounts/${account.id}`;
    const email = newEmail();

    expectProblem(await api.client.patch(path, { email }, { as: ADMIN, ifMatch: 99 }), 412, 'platform.version-stale');
    const changed = await api.client.patch<AccountBody>(
      path,
      { email, name: 'Paula Alt' },
      { as: ADMIN, ifMatch: current.version },
    );

    expect(changed.body).toMatchObject({ email, name: 'Paula Alt', version: current.version + 1 });
    const { rows } = await api.database.owner.query<{ email: string | null }>(
      "SELECT recipient_email AS email FROM notifications.outbound_message WHERE event_key LIKE 'account.email-changed%' AND recipient_account_id = $1 ORDER BY 1",
      [account.id],
    );
    expect(rows).toEqual([{ email: account.email }, { email: null }]);
  });

  it('leaves one’s own address to another administrator', async () => {
    const { id, version } = await accountOf(api, ADMIN);
    const answer = await api.client.patch(`/accounts/${id}`, { email: newEmail() }, { as: ADMIN, ifMatch: version });

    expectProblem(answer, 403, 'account.own-person');
  });
});

describe('locking an account', () => {
  const api = useApi();
  const lock = (id: string, as: string = ADMIN) =>
    api.client.post(`/accounts/${id}/lock`, { reason: 'Verdacht' }, { as });

  it('acts in the middle of a session, and unlocking lets in again', async () => {
    const { account, token } = await newcomer(api);
    expect((await api.client.get('/me', { token })).status).toBe(200);

    expect((await lock(account.id)).status).toBe(200);
    expectProblem(await api.client.get('/me', { token }), 401, 'auth.not-signed-in');
    expect((await signIn(api, account.email)).status).toBe(401);
    expectProblem(await lock(account.id), 409, 'account.wrong-state', { state: 'LOCKED' });

    const unlocked = await api.client.post(`/accounts/${account.id}/unlock`, { reason: 'geklärt' }, { as: ADMIN });
    expect(unlocked.body).toMatchObject({ state: 'ACTIVE' });
    expect((await api.client.get('/me', { token })).status).toBe(401);
    expect((await signIn(api, account.email)).status).toBe(200);
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(
      expect.arrayContaining(['account.locked', 'account.unlocked']),
    );
  });

  it('invites again whom it unlocks before the first password', async () => {
    const { body } = await createAccount(api);
    await lock(body.id);

    const unlocked = await api.client.post(`/accounts/${body.id}/unlock`, { reason: 'geklärt' }, { as: ADMIN });
    expect(unlocked.body).toMatchObject({ state: 'INVITED' });
  });

  it('is not done to oneself, needs a reason and the right', async () => {
    const own = await accountOf(api, ADMIN);
    const other = await accountOf(api, PERSONAS.press);

    expectProblem(await lock(own.id), 403, 'account.own-person');
    expectProblem(await lock(other.id, PERSONAS.headOfUnit), 403, 'auth.forbidden');
    expect((await api.client.post(`/accounts/${other.id}/lock`, {}, { as: ADMIN })).status).toBe(400);
  });

  it('leaves one administrator, also when two lock each other at once', async () => {
    const [one, two] = [await accountOf(api, ADMIN), await accountOf(api, ADMIN_SECOND)];
    await Promise.all([api.client.token(ADMIN), api.client.token(ADMIN_SECOND)]);
    const answers = await Promise.all([lock(two.id, ADMIN), lock(one.id, ADMIN_SECOND)]);

    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    // Locked before, during or after its own session was looked at: signed out, without role, or last one left.
    expect([401, 403, 409]).toContain(statuses[1]);
    const { rows } = await api.database.owner.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM identity.account WHERE email IN ($1, $2) AND state = 'ACTIVE'",
      [ADMIN, ADMIN_SECOND],
    );
    expect(rows[0]?.left).toBe(1);
  });
});

describe('ending sessions', () => {
  const api = useApi();

  it('ends those of the account and lets it sign in again', async () => {
    const { account, token } = await newcomer(api);
    expect((await accountOf(api, account.email)).sessions.length).toBeGreaterThan(0);

    const answer = await api.client.post(
      `/accounts/${account.id}/session-ending`,
      { reason: 'Gerät verloren' },
      { as: ADMIN },
    );
    expect(answer.status).toBe(200);
    expect((await api.client.get('/me', { token })).status).toBe(401);
    expect((await signIn(api, account.email)).status).toBe(200);
  });
});
