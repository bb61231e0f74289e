import { PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import {
  accountOf,
  ADMIN,
  ADMIN_SECOND,
  eventsOf,
  idOf,
  newcomer,
  type AccountBody,
  type Page,
} from './administration';

describe('the reset of a second factor', () => {
  const api = useApi();
  const request = (id: string, as: string = ADMIN) =>
    api.client.post<AccountBody>(`/accounts/${id}/factor-reset`, { reason: 'Telefon verloren' }, { as });
  const settle = (id: string, deed: 'confirmation' | 'cancellation', options: { as?: string; token?: string }) =>
    api.client.post(`/factor-resets/${id}/${deed}`, {}, options);

  /** Somebody with a second factor, as if it had been enrolled. */
  const withFactor = async (): Promise<{ account: AccountBody; token: string }> => {
    const someone = await newcomer(api);
    await api.database.owner.query(
      "INSERT INTO identity.passkey (account_id, credential_id, public_key, name) VALUES ($1, sha256($2::bytea), '\\x01', 'Schlüssel')",
      [someone.account.id, Buffer.from(someone.account.id)],
    );
    return someone;
  };

  it('is asked for by one administrator and confirmed by another person', async () => {
    const { account, token } = await withFactor();
    const asked = await request(account.id);
    expect(asked.status).toBe(201);
    const resetId = asked.body.pendingFactorReset?.id ?? '';
    expect(asked.body.pendingFactorReset).toMatchObject({ mayConfirm: false });
    expect((await accountOf(api, account.email)).state).toBe('ACTIVE');

    expectProblem(await settle(resetId, 'confirmation', { as: ADMIN }), 403, 'factor-reset.same-person');
    const open = await api.client.get<Page<{ id: string; mayConfirm: boolean }>>('/factor-resets', {
      as: ADMIN_SECOND,
    });
    expect(open.body.items).toEqual([expect.objectContaining({ id: resetId, mayConfirm: true })]);

    const confirmed = await settle(resetId, 'confirmation', { as: ADMIN_SECOND });
    expect(confirmed.body).toMatchObject({ hasFactor: false, pendingFactorReset: null, sessions: [] });
    expectProblem(await api.client.get('/me', { token }), 401, 'auth.not-signed-in');
    expectProblem(await settle(resetId, 'confirmation', { as: ADMIN_SECOND }), 409, 'factor-reset.settled-already');
    expect(await eventsOf(api, 'ACCOUNT', account.id)).toEqual(
      expect.arrayContaining(['account.factor-reset-requested', 'account.factor-reset-confirmed']),
    );
  });

  it('is refused to the same person through a second account', async () => {
    const { account } = await withFactor();
    const asked = await request(account.id);
    const { personId } = await accountOf(api, ADMIN);
    const twin = await api.client.post<AccountBody>(
      '/accounts',
      { personId, email: 'oliver.zwei@wir.example', roles: [{ role: 'ADMIN', reason: 'zweites Konto' }] },
      { as: ADMIN_SECOND },
    );
    expect(twin.status).toBe(201);
    await api.database.owner.query(
      "UPDATE identity.account SET state = 'ACTIVE', version = version + 1, password_hash = (SELECT password_hash FROM identity.account WHERE email = $1) WHERE id = $2",
      [ADMIN, twin.body.id],
    );

    const resetId = asked.body.pendingFactorReset?.id ?? '';
    expectProblem(
      await settle(resetId, 'confirmation', { as: 'oliver.zwei@wir.example' }),
      403,
      'factor-reset.same-person',
    );
    expect((await accountOf(api, account.email)).state).toBe('ACTIVE');
  });

  it('is not asked for oneself, nor twice at a time, and can be taken back', async () => {
    expectProblem(await request(await idOf(api, ADMIN)), 403, 'account.own-person');
    const press = await idOf(api, PERSONAS.press);
    const asked = await request(press);
    expectProblem(await request(press, ADMIN_SECOND), 409, 'factor-reset.open-already');

    const resetId = asked.body.pendingFactorReset?.id ?? '';
    expect((await settle(resetId, 'cancellation', { as: ADMIN })).status).toBe(200);
    expectProblem(await settle(resetId, 'confirmation', { as: ADMIN_SECOND }), 409, 'factor-reset.settled-already');
    expectProblem(
      await settle('11111111-2222-4333-8444-555555555555', 'confirmation', { as: ADMIN }),
      404,
      'factor-reset.not-found',
    );
    expectProblem(await request(press, PERSONAS.headOfUnit), 403, 'auth.forbidden');
  });
});
