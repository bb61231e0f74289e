import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { ADMIN, accountOf, createAccount, linkTo, newcomer, PASSWORD, redeem, signIn } from './administration';

describe('an invitation', () => {
  const api = useApi();

  it('is mailed as a link whose token no table holds, and opens the account once', async () => {
    const { body } = await createAccount(api);
    const token = await linkTo(api, body.email);

    const { rows } = await api.database.owner.query<{ found: string }>(
      "SELECT table_schema || '.' || table_name AS found FROM information_schema.tables WHERE table_schema IN ('identity', 'notifications', 'audit', 'platform', 'pgboss') AND table_type = 'BASE TABLE'",
    );
    for (const { found } of rows) {
      const { rowCount } = await api.database.owner.query(`SELECT 1 FROM ${found} t WHERE t::text LIKE $1`, [
        `%${token}%`,
      ]);
      expect({ found, rowCount }).toEqual({ found, rowCount: 0 });
    }

    const opened = await api.client.post('/auth/link', { token }, { idempotencyKey: null });
    expect(opened.body).toMatchObject({ purpose: 'FIRST_PASSWORD', name: 'Paula Neumann', email: body.email });
    expect((await redeem(api, token)).status).toBe(204);
    expect(await accountOf(api, body.email)).toMatchObject({
      state: 'ACTIVE',
      invitation: { usedAt: expect.any(String) },
    });
    expect((await signIn(api, body.email)).status).toBe(200);
  });

  it('works once only', async () => {
    const { body } = await createAccount(api);
    const token = await linkTo(api, body.email);
    await redeem(api, token);

    expectProblem(await redeem(api, token, 'Ein-anderes-langes-Passwort'), 404, 'auth.link-invalid');
    expect((await signIn(api, body.email, PASSWORD)).status).toBe(200);
  });

  it('ends after a day', async () => {
    const { body } = await createAccount(api);
    const token = await linkTo(api, body.email);
    await api.database.owner.query(
      "UPDATE identity.link SET created_at = created_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE account_id = $1",
      [body.id],
    );

    expectProblem(await redeem(api, token), 404, 'auth.link-invalid');
  });

  it('is replaced by a newer one', async () => {
    const { body } = await createAccount(api);
    const first = await linkTo(api, body.email);
    const again = await api.client.post(`/accounts/${body.id}/invitation`, {}, { as: ADMIN });
    expect(again.status).toBe(200);
    const second = await linkTo(api, body.email, first);

    expectProblem(await redeem(api, first), 404, 'auth.link-invalid');
    expect((await redeem(api, second)).status).toBe(204);
  });

  it('opens nothing once the account is locked', async () => {
    const { body } = await createAccount(api);
    const token = await linkTo(api, body.email);
    await api.client.post(`/accounts/${body.id}/lock`, { reason: 'Irrtum' }, { as: ADMIN });

    expectProblem(await redeem(api, token), 404, 'auth.link-invalid');
  });

  it('is not repeated to somebody who has a password', async () => {
    const { account } = await newcomer(api);

    expectProblem(
      await api.client.post(`/accounts/${account.id}/invitation`, {}, { as: ADMIN }),
      409,
      'account.wrong-state',
    );
  });
});
